/** What people see of the work: the pages below {@code /desk}, the cards in Tasklist, what is added to Tasklist and Cockpit, feeds. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "audit",
            "content",
            "screening",
            "review",
            "publishing",
            "notification",
            "oncall",
            "oncall :: calendar",
            "signal",
            "crisis",
            "escalation",
            "statement",
            "drill",
            "privacy",
            "work"
        })
package io.watchdesk.desk;

import org.springframework.modulith.ApplicationModule;
