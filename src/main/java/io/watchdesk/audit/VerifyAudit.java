package io.watchdesk.audit;

import io.watchdesk.audit.AuditVerification.Finding;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * The command {@code --watchdesk.verify-audit}, with an earlier noted head also {@code --watchdesk.verify-audit=<entries>:<hash>}:
 * verifies the audit log of the configured database without engine, jobs and web server, and changes nothing.
 */
public final class VerifyAudit {

    /** Exit code of a log without a breach. */
    public static final int INTACT = 0;

    /** Exit code of a broken log. */
    public static final int BROKEN = 1;

    /** Exit code when the log could not be read. */
    public static final int UNREADABLE = 2;

    private static final String PROPERTY = "watchdesk.verify-audit";

    private VerifyAudit() {}

    /** Whether the command line asks for it. */
    public static boolean asked(String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("--" + PROPERTY) || argument.startsWith("--" + PROPERTY + "=")) {
                return true;
            }
        }
        return false;
    }

    /** Prints the finding as a sentence and returns the exit code. */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            Finding finding = context.getBean(AuditVerification.class).verify(noted(context.getEnvironment()));
            System.out.println(finding.sentence());
            return finding.intact() ? INTACT : BROKEN;
        } catch (BadSqlGrammarException e) {
            System.out.println("There is no audit log in this database: Watchdesk has never been started with it.");
            return UNREADABLE;
        } catch (DataAccessException e) {
            System.out.println(
                    "The audit log cannot be read: " + e.getMostSpecificCause().getMessage()
                            + " While Watchdesk runs on its embedded database, a manager can ask GET /api/audit/verification.");
            return UNREADABLE;
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            return UNREADABLE;
        }
    }

    /** The property without a value is {@code ""} or {@code "true"}. */
    private static String noted(Environment environment) {
        String value = environment.getProperty(PROPERTY, "");
        return value.isBlank() || value.equals("true") ? null : value;
    }

    /** All that the command needs of the application. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({AuditEntries.class, AuditVerification.class})
    static class Parts {}
}
