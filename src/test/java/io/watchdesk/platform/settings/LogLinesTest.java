package io.watchdesk.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.FileSystemResource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogLinesTest {

    private static final String FORGED = "2026-11-22T12:00:00.000Z  WARN [main] audit : all is well";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f"})
    void nobody_writes_a_line_of_their_own_into_the_log(String end) throws Exception {
        List<String> lines = written("Signed in: mallory" + end + FORGED, null);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains("mallory", "all is well");
    }

    @Test
    void the_message_of_an_exception_cannot_be_taken_for_a_line_of_the_log() throws Exception {
        List<String> lines = written("It failed", new IllegalStateException("mallory\n" + FORGED));

        assertThat(lines)
                .hasSizeGreaterThan(3)
                .filteredOn(line -> line.matches("\\d.*"))
                .hasSize(1);
        assertThat(lines).anyMatch(line -> line.contains("| ") && line.contains("all is well"));
    }

    @Test
    void colours_and_other_tricks_of_a_terminal_do_not_get_through() throws Exception {
        String tricks = "\u001B[2K\u001B[1A\u009B2K\b\b\u0000\r\u202Ewell";

        assertThat(written(tricks, null).get(0)).doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009F\\u202E]");
        assertThat(written("It failed", new IllegalStateException(tricks)))
                .noneMatch(line -> line.replace("\t", "").matches(".*[\\p{Cntrl}\\u0080-\\u009F\\u202E].*"));
    }

    private static List<String> written(String message, Throwable failure) throws Exception {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setContext(context);
        layout.setPattern(String.valueOf(new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource("src/main/resources/application.yaml"))
                .get(0)
                .getProperty("logging.pattern.console")));
        layout.start();
        LoggingEvent event =
                new LoggingEvent("test", context.getLogger("audit"), Level.WARN, message, failure, new Object[0]);
        return layout.doLayout(event).lines().toList();
    }
}
