package io.watchdesk.platform.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** A part of Camunda's REST API that Jersey finds by {@code META-INF/services}: it registers itself, once. */
interface FoundByJersey extends AutoDiscoverable {

    @Override
    default void configure(FeatureContext application) {
        if (!application.getConfiguration().isRegistered(getClass())) {
            application.register(this);
        }
    }
}
