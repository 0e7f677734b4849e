/** What all engine code shares, kept tiny: people, refusals, time, typed variables, engine configuration. */
@ApplicationModule(allowedDependencies = {})
package io.watchdesk.platform;

import org.springframework.modulith.ApplicationModule;
