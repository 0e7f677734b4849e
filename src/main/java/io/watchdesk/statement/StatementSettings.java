package io.watchdesk.statement;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of statements and updates ({@code watchdesk.statement}).
 *
 * @param staff the groups whose members read a statement before the public does
 * @param involved the groups whose members get the internal updates of a crisis
 */
@ConfigurationProperties("watchdesk.statement")
record StatementSettings(
        @DefaultValue({
            "planners",
            "writers",
            "reviewers",
            "legal",
            "chief-editors",
            "publishers",
            "managers",
            "oncall-tier-1",
            "oncall-tier-2",
            "oncall-command",
            "oncall-executive",
            "cc-market",
            "cc-pr",
            "cc-tech",
            "cc-legal"
        })
        List<String> staff,

        @DefaultValue({
            "oncall-tier-1",
            "oncall-tier-2",
            "oncall-command",
            "oncall-executive",
            "cc-market",
            "cc-pr",
            "cc-tech",
            "cc-legal"
        })
        List<String> involved) {}
