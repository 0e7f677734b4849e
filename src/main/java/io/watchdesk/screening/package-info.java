/** What a machine can find in a piece: words, links, missing rights. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit", "content"})
package io.watchdesk.screening;

import org.springframework.modulith.ApplicationModule;
