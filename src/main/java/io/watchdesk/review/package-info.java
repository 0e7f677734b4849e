/** Stages, verdicts and approvals bound to a content hash. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit", "content", "screening", "notification"})
package io.watchdesk.review;

import org.springframework.modulith.ApplicationModule;
