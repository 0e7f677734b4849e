package io.watchdesk.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A chat service with one room for each hook, one for all tests of the JVM; every specification starts with it empty. */
public final class TestChat implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The hooks that the settings of the tests know: each answers at the path of its name. */
    public static final String[] ROOMS = {"room-one", "room-two", "room-three"};

    private static final WireMockServer SERVER = started();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>();
        for (int room = 0; room < ROOMS.length; room++) {
            String hook = "watchdesk.chat.hooks[" + room + "].";
            settings.put(hook + "id", ROOMS[room]);
            settings.put(hook + "service", "slack");
            settings.put(hook + "secret-url", SERVER.baseUrl() + "/" + ROOMS[room]);
            settings.put(hook + "inside", "true");
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test chat", settings));
    }

    /** The service with everything that was sent to it since the test began. */
    public static WireMockServer server() {
        return SERVER;
    }

    /** Forgets what was sent and answers well again. */
    static void empty() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("ok")));
    }

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
        server.start();
        return server;
    }
}
