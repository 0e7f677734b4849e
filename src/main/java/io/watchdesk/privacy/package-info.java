/** What is held about people: how long, what an export shows, what an erasure takes away, and the record of it. */
@ApplicationModule(allowedDependencies = {"platform", "audit", "notification"})
package io.watchdesk.privacy;

import org.springframework.modulith.ApplicationModule;
