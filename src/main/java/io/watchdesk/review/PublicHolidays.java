package io.watchdesk.review;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.watchdesk.account.Account;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Public holidays by the account's country: mainland China from our own yearly files, because it moves working days to
 * weekends by decree; every other country from Jollyday. Where there is no data, the account's plain working days hold and
 * the log warns once for each country and year.
 */
@Component
class PublicHolidays implements WorkingDays, Holidays {

    private static final Logger LOG = LoggerFactory.getLogger(PublicHolidays.class);
    private static final String CHINA = "CN";

    private final ConcurrentHashMap<Integer, Optional<ChineseYear>> chineseYears = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Optional<HolidayManager>> managers = new ConcurrentHashMap<>();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isWorkingDay(Account account, LocalDate day) {
        boolean usual = account.workDays().contains(day.getDayOfWeek());
        String country = account.country() == null ? "" : account.country().toUpperCase(Locale.ROOT);
        if (CHINA.equals(country)) {
            return inChina(day, usual);
        }
        return usual && !isHoliday(country, day);
    }

    @Override
    public List<Day> between(Account account, LocalDate from, LocalDate until, Locale language) {
        String country = account.country() == null ? "" : account.country().toUpperCase(Locale.ROOT);
        if (CHINA.equals(country)) {
            return from.datesUntil(until).flatMap(PublicHolidays.this::inChina).toList();
        }
        return managers.computeIfAbsent(country, PublicHolidays::manager)
                .map(manager -> manager.getHolidays(from, until.minusDays(1)).stream()
                        .map(day -> new Day(day.getDate(), Kind.OFF, day.getDescription(language)))
                        .sorted(Comparator.comparing(Day::date))
                        .toList())
                .orElse(List.of());
    }

    /** What the decree says about a day; the files name no single holidays. */
    private Stream<Day> inChina(LocalDate day) {
        Optional<ChineseYear> data = chineseYears.computeIfAbsent(day.getYear(), ChineseYear::of);
        if (data.isPresent() && data.get().holidays().contains(day)) {
            return Stream.of(new Day(day, Kind.OFF, null));
        }
        return data.isPresent() && data.get().workdays().contains(day)
                ? Stream.of(new Day(day, Kind.MADE_UP, null))
                : Stream.of();
    }

    private boolean inChina(LocalDate day, boolean usual) {
        Optional<ChineseYear> data = chineseYears.computeIfAbsent(day.getYear(), ChineseYear::of);
        if (data.isEmpty() || !data.get().complete()) {
            warnOnce(
                    CHINA + day.getYear(),
                    data.isEmpty()
                            ? "There is no holiday file for China in {}; the working-hours clocks count plain weekends."
                            : "The holiday file for China in {} has no make-up working days yet; the clocks count the"
                                    + " statutory holidays and plain weekends.",
                    day.getYear());
        }
        return data.map(year -> year.workdays().contains(day)
                        || usual && !year.holidays().contains(day))
                .orElse(usual);
    }

    private boolean isHoliday(String country, LocalDate day) {
        Optional<HolidayManager> manager = managers.computeIfAbsent(country, PublicHolidays::manager);
        if (manager.isEmpty()) {
            warnOnce(
                    country,
                    "There is no holiday calendar for the country {}; the clocks count plain weekends.",
                    country);
        }
        return manager.map(m -> m.isHoliday(day)).orElse(false);
    }

    /** Jollyday throws for a country that it does not know. */
    private static Optional<HolidayManager> manager(String country) {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.equalsIgnoreCase(country))
                .findFirst()
                .map(code -> HolidayManager.getInstance(ManagerParameters.create(code)));
    }

    private void warnOnce(String key, String sentence, Object argument) {
        if (warned.add(key)) {
            LOG.warn(sentence, argument);
        }
    }
}
