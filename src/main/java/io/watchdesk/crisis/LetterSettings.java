package io.watchdesk.crisis;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who hears of a crisis without being on call: {@code watchdesk.crisis-letters}.
 *
 * @param accountOwners groups whose posts are held
 * @param staff groups that are asked not to post and not to comment while a red crisis lasts
 */
@ConfigurationProperties("watchdesk.crisis-letters")
record LetterSettings(
        @DefaultValue({"publishers"}) List<String> accountOwners,

        @DefaultValue({"planners", "writers", "reviewers", "legal", "chief-editors", "publishers", "managers"})
        List<String> staff) {}
