/** Slots, holds, channels and the ledger of publications. */
@ApplicationModule(
        allowedDependencies = {"platform", "account", "audit", "content", "screening", "review", "notification", "work"
        })
package io.watchdesk.publishing;

import org.springframework.modulith.ApplicationModule;
