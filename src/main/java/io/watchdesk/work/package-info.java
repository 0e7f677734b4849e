/** Long work that people start and then leave to itself: in small steps, seen by those it belongs to, going on after a restart. */
@ApplicationModule(allowedDependencies = {"platform", "audit"})
package io.watchdesk.work;

import org.springframework.modulith.ApplicationModule;
