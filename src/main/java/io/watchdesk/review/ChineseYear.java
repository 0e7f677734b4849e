package io.watchdesk.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One year of mainland China's calendar, from {@code src/main/resources/holidays/cn-<year>.properties}: it names its source,
 * the days off and the weekend days on which people work instead.
 *
 * @param complete false while the State Council's notice for the year is missing in the file
 */
record ChineseYear(String source, boolean complete, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    /** The data of this year, or empty when this build has no file for it. */
    static Optional<ChineseYear> of(int year) {
        try (InputStream file = ChineseYear.class.getResourceAsStream("/holidays/cn-%d.properties".formatted(year))) {
            if (file == null) {
                return Optional.empty();
            }
            Properties data = new Properties();
            data.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(new ChineseYear(
                    data.getProperty("source"),
                    Boolean.parseBoolean(data.getProperty("complete")),
                    days(data.getProperty("holidays")),
                    days(data.getProperty("workdays"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<LocalDate> days(String ranges) {
        return Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .flatMap(ChineseYear::range)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> range(String range) {
        String[] ends = range.split("\\.\\.");
        LocalDate first = LocalDate.parse(ends[0]);
        return ends.length == 1
                ? Stream.of(first)
                : first.datesUntil(LocalDate.parse(ends[1]).plusDays(1));
    }
}
