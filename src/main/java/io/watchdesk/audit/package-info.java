/** Append-only, hash-chained record of who did what. */
@ApplicationModule(allowedDependencies = {"platform"})
package io.watchdesk.audit;

import org.springframework.modulith.ApplicationModule;
