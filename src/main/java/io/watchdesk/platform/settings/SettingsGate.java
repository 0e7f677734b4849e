package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Asks every check before the first bean exists, so before the database is touched. */
class SettingsGate implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> problems = problems(context.getEnvironment());
        if (!problems.isEmpty()) {
            throw new WrongSettings(problems);
        }
    }

    static List<String> problems(ConfigurableEnvironment environment) {
        List<String> problems = new ArrayList<>();
        for (SettingCheck check :
                SpringFactoriesLoader.loadFactories(SettingCheck.class, SettingsGate.class.getClassLoader())) {
            problems.addAll(check.problems(environment));
        }
        return problems.stream().distinct().toList();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
