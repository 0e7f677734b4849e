package io.watchdesk.audit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the audit log is watched: {@code watchdesk.audit}.
 *
 * @param verifyEvery in each such period the whole chain is verified once, by one node
 * @param checkEvery how often it is looked whether that is due; zero never looks
 */
@Validated
@ConfigurationProperties("watchdesk.audit")
record AuditSettings(
        @DefaultValue("P1D") @DurationMin(hours = 1) Duration verifyEvery,

        @DefaultValue("PT10M") Duration checkEvery) {}
