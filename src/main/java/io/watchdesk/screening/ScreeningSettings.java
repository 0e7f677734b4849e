package io.watchdesk.screening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What an installation decides about screening: {@code watchdesk.screening}. */
@Validated
@ConfigurationProperties("watchdesk.screening")
public record ScreeningSettings(
        @Valid @DefaultValue Links links,
        @Valid @DefaultValue Assets assets) {

    /**
     * @param reachability whether every link is called up once while screening; off, nothing leaves this machine
     * @param timeoutMillis how long connecting and answering may each take, in milliseconds
     * @param budgetMillis how long all links of one version together may take, in milliseconds; it must stay well below
     *     the lock time of a job
     */
    public record Links(
            @DefaultValue("false") boolean reachability,
            @DefaultValue("3000") @Min(100) @Max(10_000) int timeoutMillis,
            @DefaultValue("15000") @Min(100) @Max(20_000) int budgetMillis) {}

    /** @param noticeDays a right that ends within this many days after the post is worth a warning */
    public record Assets(
            @DefaultValue("30") @Min(0) @Max(3_650) int noticeDays) {}
}
