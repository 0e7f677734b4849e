package io.watchdesk;

import io.watchdesk.audit.VerifyAudit;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Watchdesk: the engine, Tasklist, Cockpit and every capability in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WatchdeskApplication {

    /** Runs the application in UTC, because stored instants must not depend on the machine's zone. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (VerifyAudit.asked(args)) {
            System.exit(VerifyAudit.run(args));
        }
        SpringApplication.run(WatchdeskApplication.class, args);
    }
}
