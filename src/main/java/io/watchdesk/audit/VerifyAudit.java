package io.watchdesk.audit;

import io.watchdesk.audit.AuditVerification.Finding;
import java.util.Arrays;
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

    private static final String ARGUMENT = "--watchdesk.verify-audit";

    private VerifyAudit() {}

    /** Whether the command line asks for it. */
    public static boolean asked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(VerifyAudit::isOurs);
    }

    /** Prints the finding as a sentence and returns the exit code. */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        String[] settings =
                Arrays.stream(arguments).filter(argument -> !isOurs(argument)).toArray(String[]::new);
        try (ConfigurableApplicationContext context = application.run(settings)) {
            Finding finding = context.getBean(AuditVerification.class).verify(noted(arguments));
            System.out.println(finding.sentence());
            return finding.intact() ? INTACT : BROKEN;
        } catch (BadSqlGrammarException e) {
            System.out.println(
                    "There is no audit log in this database that this version can read: Watchdesk has never been started with it, or only in an older version.");
            return UNREADABLE;
        } catch (DataAccessException e) {
            System.out.println(
                    "The audit log cannot be read: " + e.getMostSpecificCause().getMessage()
                            + " While Watchdesk runs on its embedded database, a manager can ask GET /api/audit/verification.");
            return UNREADABLE;
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            return UNREADABLE;
        } catch (RuntimeException e) {
            // Spring Boot has said what is wrong; exit code 1 must mean a broken log and nothing else.
            return UNREADABLE;
        }
    }

    private static boolean isOurs(String argument) {
        return argument.equals(ARGUMENT) || argument.startsWith(ARGUMENT + "=");
    }

    private static String noted(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(ARGUMENT + "="))
                .map(argument -> argument.substring(ARGUMENT.length() + 1))
                .findFirst()
                .orElse(null);
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
