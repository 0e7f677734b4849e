package io.watchdesk.platform.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What follows from {@code watchdesk.base-url} unless somebody sets it otherwise: where people come over https, cookies
 * travel over https only, and where the TLS ends in front of us, a proxy on this machine says who calls.
 */
class AddressDefaults implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** The container alone would believe every private address, so everybody in the house. */
    private static final String THIS_MACHINE = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        apply(context.getEnvironment());
    }

    static void apply(ConfigurableEnvironment environment) {
        String address = environment.getProperty("watchdesk.base-url", "");
        if (!address.startsWith("https:")) {
            return;
        }
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("server.servlet.session.cookie.secure", "true");
        defaults.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true");
        defaults.put("camunda.bpm.webapp.csrf.enable-secure-cookie", "true");
        if (!environment.containsProperty("server.ssl.key-store")
                && !environment.containsProperty("server.ssl.certificate")
                && !environment.containsProperty("server.ssl.bundle")) {
            defaults.put("server.forward-headers-strategy", "native");
            defaults.put("server.tomcat.remoteip.internal-proxies", THIS_MACHINE);
        }
        environment.getPropertySources().addLast(new MapPropertySource("what follows from the base url", defaults));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
