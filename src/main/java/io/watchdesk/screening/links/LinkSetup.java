package io.watchdesk.screening.links;

import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.screening.ScreeningSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Links are called up only where the settings ask for it. */
@Configuration
class LinkSetup {

    @Bean
    Reachability linkReachability(ScreeningSettings settings, OutgoingHttp http) {
        if (!settings.links().reachability()) {
            return address -> Optional.empty();
        }
        return new LinkProbe(http, Duration.ofMillis(settings.links().timeoutMillis()));
    }
}
