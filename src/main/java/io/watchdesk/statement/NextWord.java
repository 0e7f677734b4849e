package io.watchdesk.statement;

import io.watchdesk.account.Account;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The moment of the next word as a text names it. */
final class NextWord {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT),
            DateTimeFormatter.ofPattern("M月d日", Locale.ROOT),
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH));
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT),
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT),
            DateTimeFormatter.ofPattern("H时mm分", Locale.ROOT),
            DateTimeFormatter.ofPattern("H点mm分", Locale.ROOT));
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.ENGLISH);

    private NextWord() {}

    /** The sentence that promises it, in the language of a template. */
    static String sentence(Instant at, ZoneId zone, String language) {
        ZonedDateTime local = at.atZone(zone);
        return "zh".equals(language)
                ? "我们将在%s（%s）之前发布下一次通报。".formatted(CHINESE.format(local), zone.getId())
                : "We will speak again by %s (%s).".formatted(ENGLISH.format(local), zone.getId());
    }

    /** Whether a text names the moment in one of the accounts' zones: its time, and its date unless that is today's. */
    static boolean standsIn(String text, Instant at, Instant now, List<Account> accounts) {
        String folded = folded(text);
        Set<ZoneId> zones = accounts.stream().map(Account::zone).collect(Collectors.toSet());
        return zones.stream()
                .anyMatch(
                        zone -> named(folded, at.atZone(zone), now.atZone(zone).toLocalDate()));
    }

    private static boolean named(String folded, ZonedDateTime moment, LocalDate today) {
        boolean time = TIMES.stream().anyMatch(format -> contains(folded, format.format(moment)));
        boolean date = moment.toLocalDate().equals(today)
                || DATES.stream().anyMatch(format -> contains(folded, format.format(moment)));
        return time && date;
    }

    /** The words with no digit before or after them, so that 8:30 is not found in 18:30. */
    private static boolean contains(String folded, String words) {
        String wanted = folded(words);
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (!oneNumber(folded, at) && !oneNumber(folded, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the characters before and at this place belong to the same number. */
    private static boolean oneNumber(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
