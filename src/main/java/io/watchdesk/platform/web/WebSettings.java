package io.watchdesk.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is sent to us ({@code watchdesk.web}); uploads have their own, {@code spring.servlet.multipart}.
 *
 * @param bodyLimit the largest body of a request
 * @param hookBodyLimit the largest body that a machine outside may send to {@code /hooks}
 */
@ConfigurationProperties("watchdesk.web")
record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("256KB") DataSize hookBodyLimit) {}
