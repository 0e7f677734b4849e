/** Drills: the same models with nothing leaving the house, and their score. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "audit",
            "crisis",
            "escalation",
            "oncall",
            "notification",
            "publishing"
        })
package io.watchdesk.drill;

import org.springframework.modulith.ApplicationModule;
