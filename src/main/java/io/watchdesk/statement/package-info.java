/** What is said in a crisis: statements, their templates and approvals, updates inside and outside. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "audit",
            "content",
            "screening",
            "review",
            "publishing",
            "crisis",
            "notification"
        })
package io.watchdesk.statement;

import org.springframework.modulith.ApplicationModule;
