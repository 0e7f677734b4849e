/** The brand's public accounts: channel, zone, working hours, limits. */
@ApplicationModule(allowedDependencies = {"platform", "audit"})
package io.watchdesk.account;

import org.springframework.modulith.ApplicationModule;
