package io.watchdesk.platform.web;

import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.Wrapper;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Starts the webapps' REST servlets with the application. Camunda starts each with its first request, which takes seconds
 * on a slow machine; Tasklist waits seven for its plugin and shows an endless wheel to the first visitor otherwise.
 */
@Component
class WarmWebapps implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String REST_SERVLET = " Api";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextLifecycleListeners(WarmWebapps::started);
    }

    /** The servlets are registered by now, and those to be loaded are loaded a moment later. */
    private static void started(LifecycleEvent event) {
        if (Lifecycle.AFTER_START_EVENT.equals(event.getType()) && event.getSource() instanceof Context context) {
            for (Container child : context.findChildren()) {
                if (child instanceof Wrapper servlet && servlet.getName().endsWith(REST_SERVLET)) {
                    servlet.setLoadOnStartup(1);
                }
            }
        }
    }
}
