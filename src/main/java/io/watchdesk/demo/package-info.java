/** Demo work: a dozen pieces in every state, made by the demo people through the real line; profile {@code demo} only. */
@ApplicationModule(allowedDependencies = {"platform", "content", "review"})
package io.watchdesk.demo;

import org.springframework.modulith.ApplicationModule;
