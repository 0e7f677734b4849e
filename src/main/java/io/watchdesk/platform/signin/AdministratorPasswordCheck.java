package io.watchdesk.platform.signin;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.List;
import org.springframework.core.env.Environment;

/** The first administrator's password must be as good as the rules want everybody's to be. */
class AdministratorPasswordCheck implements SettingCheck {

    private static final String KEY = "watchdesk.admin.password";

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        String password = settings.value(KEY, String.class);
        Integer length = settings.value("watchdesk.sign-in.password-length", Integer.class);
        int fewest = length == null ? SignInSettings.PASSWORD_LENGTH : length;
        boolean good = password == null
                || password.isBlank()
                || new PasswordRules(fewest).getRules().stream().allMatch(rule -> rule.execute(password, null));
        return good
                ? List.of()
                : List.of(settings.problem(
                        KEY,
                        "must have %d characters or more and be none that everybody tries first".formatted(fewest)));
    }
}
