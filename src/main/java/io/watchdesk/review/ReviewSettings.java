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
 * @param managers the group that is told when a review is late
 * @param claimPattern a regular expression: a text in which it is found states figures or cites data and gets a fact check
 */
@Validated
@ConfigurationProperties("watchdesk.review")
public record ReviewSettings(
        @Min(1) @DefaultValue("10") int reasonMinLength,
        @Min(100) @Max(4000) @DefaultValue("2000") int textMaxLength,
        @NotBlank @DefaultValue("managers") String managers,
        @NotBlank @DefaultValue(FIGURES_AND_SOURCES) String claimPattern) {

    private static final String FIGURES_AND_SOURCES =
            "\\p{N}\\s*[%％‰]|百分之|\\p{N}\\s*(万|萬|亿|億|million|billion|percent)|数据显示|數據顯示|据统计|據統計|调查显示|研究表明|研究显示"
                    + "|according to|survey|study shows|research shows";
}
