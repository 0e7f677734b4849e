package io.watchdesk.platform.settings;

import io.watchdesk.platform.ThisMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Mail leaves this machine only encrypted unless somebody sets it otherwise: a server elsewhere that offers no STARTTLS, or
 * from whose answer somebody on the way has cut the offer out, gets neither password nor mail.
 */
class MailDefaults implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        apply(context.getEnvironment());
    }

    static void apply(ConfigurableEnvironment environment) {
        String host = environment.getProperty("spring.mail.host", "");
        boolean fromTheStart = "smtps".equals(environment.getProperty("spring.mail.protocol"))
                || "true".equals(environment.getProperty(SMTP + "ssl.enable"));
        if (host.isBlank() || ThisMachine.is(host) || fromTheStart) {
            return;
        }
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(SMTP + "starttls.enable", "true");
        defaults.put(SMTP + "starttls.required", "true");
        environment.getPropertySources().addLast(new MapPropertySource("what follows from the mail server", defaults));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
