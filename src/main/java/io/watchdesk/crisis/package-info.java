/** Crises: severity, response, roles, clocks, time line, closing and retrospective. */
@ApplicationModule(
        allowedDependencies = {"platform", "account", "audit", "content", "publishing", "signal", "notification"})
package io.watchdesk.crisis;

import org.springframework.modulith.ApplicationModule;
