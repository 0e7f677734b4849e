package io.watchdesk.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is sent to us ({@code watchdesk.web}); uploads have their own, {@code spring.servlet.multipart}.
 *
 * @param bodyLimit the largest body of a request
 * @param hookBodyLimit the largest body that a machine outside may send to {@code /hooks}
 * @param bodyWithin how long the body of a request may take to arrive
 * @param bodiesAtOnce how many bodies of one address may be on their way at once
 * @param reservedThreads how many of the threads for requests ({@code server.tomcat.threads.max}) only answers to pages and
 *     signals take
 */
@ConfigurationProperties("watchdesk.web")
record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("256KB") DataSize hookBodyLimit,
        @DefaultValue("PT15S") Duration bodyWithin,
        @DefaultValue("20") int bodiesAtOnce,
        @DefaultValue("" + WebSettings.RESERVED_THREADS) int reservedThreads) {

    static final int RESERVED_THREADS = 60;
}
