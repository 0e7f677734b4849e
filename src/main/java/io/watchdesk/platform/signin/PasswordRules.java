package io.watchdesk.platform.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** What a person may choose as a password: long, not one's own name, not what is tried first. No rules of composition. */
class PasswordRules implements PasswordPolicy {

    private static final int SHORTEST_NAME = 3;

    /** Of zxcvbn's 0 to 4: at least ten thousand million guesses by somebody who has the lists of stolen passwords. */
    private static final int LEAST_SCORE = 4;

    /** Whatever stands behind them makes a password no worse, and long ones take long to measure. */
    private static final int MEASURED = 100;

    /** What people choose in this house before anything else. */
    private static final List<String> OWN_WORDS = List.of("watchdesk", "camunda", "correcthorsebatterystaple");

    private final int fewestCharacters;
    private final List<PasswordPolicyRule> rules;

    PasswordRules(int fewestCharacters) {
        this.fewestCharacters = fewestCharacters;
        rules = List.of(new PasswordPolicyLengthRuleImpl(fewestCharacters), new NotTheName(), new NotTriedFirst());
    }

    /** All rules for somebody whose password was refused. */
    String sentence() {
        return ("A password has at least %d characters; it holds no name, id or mail address of the person and is none "
                        + "that is tried first: a common one, a row of keys, a repetition or a date.")
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
            return "The password must not be one that is tried first: a common one, a row of keys, a repetition or a date.";
        }

        @Override
        public boolean execute(String password, User user) {
            String measured = password.substring(0, Math.min(MEASURED, password.length()));
            return Measure.OF_ALL.measure(measured, OWN_WORDS).getScore() >= LEAST_SCORE;
        }
    }

    /** Made when the first password is chosen, because its lists of words fill some megabytes. */
    private static final class Measure {

        static final Zxcvbn OF_ALL = new Zxcvbn();
    }
}
