package io.watchdesk.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are sent: {@code watchdesk.paging}.
 *
 * @param senders how many mails, and how many chat messages, are under way at once
 * @param answerWithin after this time without an answer of the mail server or the chat service a try counts as failed
 * @param startOverAfter the pause after nobody could be reached at all
 * @param bundleWindow a person gets at most one repeated page and one mail with news in this time; what is due meanwhile
 *     comes together
 * @param bundleCheck how often it is looked whether a window has ended
 */
@Validated
@ConfigurationProperties("watchdesk.paging")
public record PagingSettings(
        @DefaultValue("32") @Min(1) @Max(200) int senders,

        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration answerWithin,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 30)
        Duration startOverAfter,

        @DefaultValue("2m") @DurationMin(seconds = 0) @DurationMax(minutes = 30)
        Duration bundleWindow,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(days = 365)
        Duration bundleCheck) {}
