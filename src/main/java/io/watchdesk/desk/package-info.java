/** What people see of the work: the cards in Tasklist. */
@ApplicationModule(allowedDependencies = {"platform", "account", "crisis"})
package io.watchdesk.desk;

import org.springframework.modulith.ApplicationModule;
