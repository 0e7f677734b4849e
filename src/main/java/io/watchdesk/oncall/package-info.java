/** Rotas, overrides, absences, swaps and how people are reached: who answers now. */
@ApplicationModule(allowedDependencies = {"platform", "audit"})
package io.watchdesk.oncall;

import org.springframework.modulith.ApplicationModule;
