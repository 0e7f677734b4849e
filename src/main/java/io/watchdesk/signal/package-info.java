/** What comes in from outside: webhooks, Alertmanager, a mailbox, feeds, people; stored first, judged later. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit", "notification"})
package io.watchdesk.signal;

import org.springframework.modulith.ApplicationModule;
