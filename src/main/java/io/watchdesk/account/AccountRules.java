package io.watchdesk.account;

import io.watchdesk.platform.Flaw;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an account must be, wherever it is written. */
final class AccountRules {

    // The adapters live in the publishing room, which stands on this one, so their names are repeated here.
    static final List<String> CHANNELS = List.of("site", "manual");
    static final int LONGEST_ID = 60;
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private AccountRules() {}

    static boolean isId(String id) {
        return id != null && id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    static boolean isLanguage(String tag) {
        try {
            return LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    static List<Flaw> flaws(Account account) {
        List<Flaw> flaws = new ArrayList<>();
        if (!isId(account.id())) {
            flaws.add(new Flaw(
                    "id", "The id must be small letters, digits and single dashes, at most %d.".formatted(LONGEST_ID)));
        }
        if (!CHANNELS.contains(account.channel())) {
            flaws.add(new Flaw("channel", "The channel must be one of %s.".formatted(String.join(", ", CHANNELS))));
        }
        if (!COUNTRIES.contains(account.country())) {
            flaws.add(
                    new Flaw("country", "\"%s\" is no ISO 3166 country code such as CN.".formatted(account.country())));
        }
        if (!account.workFrom().isBefore(account.workTo())) {
            flaws.add(new Flaw("work-to", "Work must end later than it begins, at %s.".formatted(account.workFrom())));
        }
        if (account.workDays().isEmpty()) {
            flaws.add(new Flaw("work-days", "Name at least one day on which people work."));
        }
        if (account.grace().isNegative()) {
            flaws.add(new Flaw("grace", "The grace must not be negative."));
        }
        account.languages().stream()
                .filter(tag -> !isLanguage(tag))
                .forEach(tag ->
                        flaws.add(new Flaw("languages", "\"%s\" is no language such as zh or en.".formatted(tag))));
        return flaws;
    }
}
