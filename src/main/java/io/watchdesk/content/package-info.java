/** Pieces of content: briefs, drafts, versions, variants, assets with their rights. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit"})
package io.watchdesk.content;

import org.springframework.modulith.ApplicationModule;
