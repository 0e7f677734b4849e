package io.watchdesk.testing;

import io.watchdesk.platform.PublishingPause;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A machine that may not publish for a while, when a test says so. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPause {

    private static volatile String reason;

    /** Nothing goes out from now on, for this reason; null lets everything go on. */
    public static void because(String sentence) {
        reason = sentence;
    }

    @Bean
    PublishingPause testPause() {
        return () -> Optional.ofNullable(reason);
    }
}
