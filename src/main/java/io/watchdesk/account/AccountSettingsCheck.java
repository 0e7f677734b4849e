package io.watchdesk.account;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/** What accounts must be beyond the types of their settings. */
class AccountSettingsCheck implements SettingCheck {

    @Override
    public List<String> problems(Environment environment) {
        Look look = new Look(new Settings(environment), new ArrayList<>());
        Set<String> ids = new HashSet<>();
        int accounts = look.settings().count("watchdesk.accounts");
        for (int index = 0; index < accounts; index++) {
            String account = "watchdesk.accounts[" + index + "].";
            id(look, account + "id", ids);
            look.text(
                    account + "channel",
                    "must be one of " + String.join(", ", AccountRules.CHANNELS),
                    AccountRules.CHANNELS::contains);
            look.text(
                    account + "country",
                    "must be an ISO 3166 country code such as CN",
                    AccountRules.COUNTRIES::contains);
            look.number(account + "title-limit");
            look.number(account + "body-limit");
            hours(look, account);
            languages(look, account + "languages");
        }
        return look.lines();
    }

    private static void id(Look look, String key, Set<String> ids) {
        String id = look.settings().value(key, String.class);
        if (!AccountRules.isId(id)) {
            look.add(key, "must be small letters, digits and single dashes, at most " + AccountRules.LONGEST_ID);
        } else if (!ids.add(id)) {
            look.add(key, "must differ from the id of every other account");
        }
    }

    private static void languages(Look look, String key) {
        int languages = look.settings().count(key);
        for (int index = 0; index < languages; index++) {
            look.text(key + "[" + index + "]", "must be a language such as zh or en", AccountRules::isLanguage);
        }
    }

    private static void hours(Look look, String account) {
        LocalTime from = look.settings().value(account + "work-from", LocalTime.class);
        LocalTime to = look.settings().value(account + "work-to", LocalTime.class);
        if (from != null && to != null && !from.isBefore(to)) {
            look.add(account + "work-to", "must be later than work-from, " + from);
        }
        Duration grace = look.settings().value(account + "grace", Duration.class);
        if (grace != null && grace.isNegative()) {
            look.add(account + "grace", "must not be negative");
        }
    }

    private record Look(Settings settings, List<String> lines) {

        void add(String key, String mend) {
            lines.add(settings.problem(key, mend));
        }

        void text(String key, String mend, Predicate<String> good) {
            String value = settings.value(key, String.class);
            if (value != null && !good.test(value)) {
                add(key, mend);
            }
        }

        void number(String key) {
            Integer value = settings.value(key, Integer.class);
            if (value != null && value < 1) {
                add(key, "must be 1 or more");
            }
        }
    }
}
