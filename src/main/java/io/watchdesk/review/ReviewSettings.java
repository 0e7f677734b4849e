package io.watchdesk.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the review ({@code watchdesk.review}).
 *
 * @param reasonMinLength fewest characters of the text that explains a request for changes or a rejection
 * @param textMaxLength most characters of a reason or a comment
 * @param managers the group that is told when a review is late or cannot be staffed
 */
@Validated
@ConfigurationProperties("watchdesk.review")
public record ReviewSettings(
        @Min(1) @DefaultValue("10") int reasonMinLength,
        @Min(100) @Max(4000) @DefaultValue("2000") int textMaxLength,
        @NotBlank @DefaultValue("managers") String managers) {}
