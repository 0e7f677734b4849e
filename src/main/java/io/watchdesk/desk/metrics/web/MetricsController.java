package io.watchdesk.desk.metrics.web;

import io.watchdesk.desk.metrics.HouseMetrics;
import io.watchdesk.desk.metrics.MetricsSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Prometheus scrapes. It has no sign-in but a token; without one in the settings there is nothing here. */
@RestController
class MetricsController {

    private static final MediaType FORMAT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
    private static final String BEARER = "Bearer ";

    private final HouseMetrics metrics;
    private final MetricsSettings settings;

    MetricsController(HouseMetrics metrics, MetricsSettings settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    @GetMapping("/metrics")
    ResponseEntity<byte[]> scrape(@RequestHeader(name = "Authorization", required = false) String authorization) {
        if (!settings.open()) {
            return ResponseEntity.notFound().header("Cache-Control", "no-store").build();
        }
        if (!carriesToken(authorization)) {
            return ResponseEntity.status(401)
                    .header("Cache-Control", "no-store")
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(FORMAT)
                .header("Cache-Control", "no-store")
                .body(metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private boolean carriesToken(String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        settings.token().getBytes(StandardCharsets.UTF_8));
    }
}
