package io.watchdesk.faults;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.platform.People;
import io.watchdesk.platform.signin.QuickHash;
import io.watchdesk.testing.Cast;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One life of the whole application, with its staff at work. It does what the lines of its standard input say and tells on
 * its standard output what the killer must know; what begins with {@link #WORD} is meant for the killer.
 */
final class NodeMain {

    /** Begins a line that is for the killer: {@code @@ready 40000}, {@code @@done settled}. */
    static final String WORD = "@@";

    private NodeMain() {}

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ConfigurableApplicationContext application = new SpringApplicationBuilder(WatchdeskApplication.class)
                .sources(NodeWiring.class, QuickHash.class)
                .run(arguments);
        Cast cast = new Cast(application.getBean(IdentityService.class), application.getBean(People.class));
        if (!Boolean.getBoolean("faults.furnished")) {
            cast.assemble();
        }
        int port = application instanceof ServletWebServerApplicationContext web
                ? web.getWebServer().getPort()
                : 0;
        try (Staff staff = new Staff(application, cast)) {
            say("ready " + port);
            obey(staff);
        }
        application.close();
        say("closed");
        System.exit(0);
    }

    private static void obey(Staff staff) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case "die" -> CrashPoint.dieAt(words[1], Integer.parseInt(words[2]));
                default -> staff.obey(words);
            }
        }
    }

    static void say(String word) {
        System.out.println(WORD + word);
        System.out.flush();
    }
}
