/** What people see of the work: the pages below {@code /desk} and the cards in Tasklist. */
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
            "signal",
            "crisis",
            "escalation",
            "statement",
            "drill",
            "privacy"
        })
package io.watchdesk.desk;

import org.springframework.modulith.ApplicationModule;
