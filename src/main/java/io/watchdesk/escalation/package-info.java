/** The ladder that pages tier after tier until somebody takes a crisis, and the watch that nobody forgets it. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit", "crisis", "oncall", "notification"})
package io.watchdesk.escalation;

import org.springframework.modulith.ApplicationModule;
