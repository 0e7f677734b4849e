package io.watchdesk.platform.settings;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.unit.DataSize;

/** What a value of a type looks like, said to a person. */
final class Expectation {

    private static final String QUOTES = ", in quotes because YAML reads it as a number otherwise";

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(int.class, "must be a whole number"),
            Map.entry(Integer.class, "must be a whole number"),
            Map.entry(long.class, "must be a whole number"),
            Map.entry(Long.class, "must be a whole number"),
            Map.entry(double.class, "must be a number"),
            Map.entry(Double.class, "must be a number"),
            Map.entry(boolean.class, "must be true or false"),
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(Duration.class, "must be a time span such as 30m, 2d or PT30M"),
            Map.entry(LocalTime.class, "must be a time of day such as \"09:00\"" + QUOTES),
            Map.entry(LocalDate.class, "must be a day such as 2026-12-24"),
            Map.entry(ZoneId.class, "must be a time zone such as Asia/Shanghai or Europe/London"),
            Map.entry(DataSize.class, "must be a size such as 20MB"),
            Map.entry(URI.class, "must be an address such as https://watchdesk.example.com"),
            Map.entry(URL.class, "must be an address such as https://watchdesk.example.com"),
            Map.entry(Path.class, "must be a path"));

    private Expectation() {}

    /** The rest of the sentence "it ...". */
    static String of(Class<?> type, Exception failure) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        String words = WORDS.get(type);
        return words != null
                ? words
                : "cannot be read ("
                        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage() + ")";
    }
}
