package io.watchdesk.platform.signin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** What a person may choose as a password: long, not one's own name, not what everybody tries first. No composition rules. */
class PasswordRules implements PasswordPolicy {

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 3;

    /** What lists of stolen passwords begin with; compared without digits and signs at both ends. */
    private static final Set<String> TRIED_FIRST = Set.of(
            "",
            "password",
            "passwort",
            "passw0rd",
            "p@ssw0rd",
            "p@ssword",
            "qwerty",
            "qwertz",
            "qwertyuiop",
            "qwertyuiopasdf",
            "letmein",
            "welcome",
            "admin",
            "administrator",
            "changeme",
            "changeit",
            "secret",
            "demo",
            "iloveyou",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "sunshine",
            "princess",
            "master",
            "default",
            "correcthorsebatterystaple",
            "woaini",
            "watchdesk",
            "camunda",
            "test",
            "guest",
            "root",
            "user");

    private final int fewestCharacters;
    private final List<PasswordPolicyRule> rules;

    PasswordRules(int fewestCharacters) {
        this.fewestCharacters = fewestCharacters;
        rules = List.of(new PasswordPolicyLengthRuleImpl(fewestCharacters), new NotTheName(), new NotTriedFirst());
    }

    /** All rules for somebody whose password was refused. */
    String sentence() {
        return ("A password has at least %d characters, at least five of them different; it holds no name, id or mail "
                        + "address of the person and is none that everybody tries first.")
                .formatted(fewestCharacters);
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** The placeholder is the sentence itself: Admin shows what it cannot translate as it is. */
    private abstract static class Sentence implements PasswordPolicyRule {

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }
    }

    private static final class NotTheName extends Sentence {

        @Override
        public String getPlaceholder() {
            return "The password must not contain the person's name, id or mail address.";
        }

        @Override
        public boolean execute(String password, User user) {
            String lower = password.toLowerCase(Locale.ROOT);
            return user == null
                    || !(holds(lower, user.getId())
                            || holds(lower, user.getFirstName())
                            || holds(lower, user.getLastName())
                            || holds(lower, user.getEmail()));
        }

        private static boolean holds(String password, String name) {
            return name != null && name.length() >= SHORTEST_NAME && password.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    private static final class NotTriedFirst extends Sentence {

        @Override
        public String getPlaceholder() {
            return "The password must not be one that everybody tries first, and use at least five different characters.";
        }

        @Override
        public boolean execute(String password, User user) {
            String core = password.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
            boolean digitsOnly = password.chars().allMatch(Character::isDigit);
            return !digitsOnly
                    && !TRIED_FIRST.contains(core)
                    && password.codePoints().distinct().count() >= FEWEST_DIFFERENT;
        }
    }
}
