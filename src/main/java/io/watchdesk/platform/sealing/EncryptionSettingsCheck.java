package io.watchdesk.platform.sealing;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.env.Environment;

/** Every key must be one. What is wrong is told without the key. */
class EncryptionSettingsCheck implements SettingCheck {

    private static final String KEYS = "watchdesk.encryption.secret-keys";

    @Override
    public List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        List<String> keys;
        try {
            keys = new Settings(environment).bind(KEYS, Bindable.listOf(String.class));
        } catch (BindException wrongType) {
            return problems;
        }
        for (int place = 0; keys != null && place < keys.size(); place++) {
            if (SealingKey.parse(keys.get(place)).isEmpty()) {
                problems.add("%s[%d]: it %s.".formatted(KEYS, place, SealingKey.MUST_BE));
            }
        }
        return problems;
    }
}
