/** What people are told, and how it reaches them. */
@ApplicationModule(allowedDependencies = {"platform", "audit"})
package io.watchdesk.notification;

import org.springframework.modulith.ApplicationModule;
