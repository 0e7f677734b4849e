package io.watchdesk.faults;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.platform.People;
import io.watchdesk.platform.signin.QuickHash;
import io.watchdesk.testing.Cast;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One life of the whole application, with its staff at work, inside the JVM that is killed. */
final class Node implements AutoCloseable {

    private static final int BITE = 1 << 20;

    private final int number;
    private final ConfigurableApplicationContext application;
    private final CrashPoint crashPoint;
    private final Staff staff;
    private final HouseFaults faults;

    /** @param number of this node, of those in this JVM; their engines have one name, by which nobody here asks for them */
    Node(int number, List<String> settings) {
        this.number = number;
        List<String> all = new ArrayList<>(settings);
        all.add("--faults.node=" + number);
        application = new SpringApplicationBuilder(WatchdeskApplication.class)
                .sources(NodeWiring.class, QuickHash.class)
                .run(all.toArray(String[]::new));
        crashPoint = application.getBean(CrashPoint.class);
        Cast cast = new Cast(application.getBean(IdentityService.class), application.getBean(People.class));
        if (!application.getEnvironment().getRequiredProperty("faults.furnished", Boolean.class)) {
            cast.assemble();
        }
        staff = new Staff(application, cast, this::say);
        faults = new HouseFaults(application, cast, staff);
        say("ready "
                + (application instanceof ServletWebServerApplicationContext web
                        ? web.getWebServer().getPort()
                        : 0));
    }

    void obey(String order) {
        String[] words = order.split(" ");
        switch (words[0]) {
            case "die" -> crashPoint.dieAt(words[1], Integer.parseInt(words[2]));
            case "causes" -> say("causes " + String.join(";", faults.names()));
            case "cause" -> {
                String kind = order.substring("cause ".length());
                new Thread(() -> say("caused " + faults.cause(kind)), "fault").start();
            }
            case "fill" -> new Thread(Node::fillsMemory, "glutton").start();
            default -> staff.obey(words);
        }
    }

    private static void fillsMemory() {
        List<byte[]> all = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            all.add(new byte[BITE]);
        }
    }

    private void say(String word) {
        NodeMain.say(number, word);
    }

    @Override
    public void close() {
        staff.close();
        application.close();
        say("closed");
    }
}
