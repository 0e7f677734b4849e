package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.watchdesk.testing.TasklistClient;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.embedded.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.env.StandardEnvironment;

/** A real container that believes some proxies, and what it takes for the caller's address. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnknownProxyTest {

    private static final String CALLER = "203.0.113.7";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(UnknownProxy.class);
    private WebServer server;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        server.stop();
    }

    @Test
    void a_proxy_that_is_named_says_who_calls() {
        serverThatBelieves("127\\.0\\.0\\.1");

        assertThat(askedFor(CALLER)).isEqualTo(CALLER);
        assertThat(log.list).isEmpty();
    }

    @Test
    void whoever_is_not_named_is_not_believed_and_the_log_says_so_once() {
        serverThatBelieves("10\\.0\\.0\\.1");

        assertThat(askedFor(null)).isEqualTo("127.0.0.1");
        assertThat(log.list).isEmpty();
        assertThat(List.of(askedFor(CALLER), askedFor("10.0.0.1"))).containsOnly("127.0.0.1");
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("127.0.0.1 says for whom it asks")
                .contains("server.tomcat.remoteip.internal-proxies");
    }

    private void serverThatBelieves(String proxies) {
        ServerProperties settings = new ServerProperties();
        settings.setForwardHeadersStrategy(ServerProperties.ForwardHeadersStrategy.NATIVE);
        settings.getTomcat().getRemoteip().setInternalProxies(proxies);
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TomcatWebServerFactoryCustomizer(new StandardEnvironment(), settings).customize(factory);
        server = factory.getWebServer(
                new ServletRegistrationBean<>(new WhoCalls(), "/"), new FilterRegistrationBean<>(new UnknownProxy()));
        server.start();
    }

    private String askedFor(String caller) {
        URI address = URI.create("http://127.0.0.1:%d/".formatted(server.getPort()));
        Map<String, String> headers = caller == null ? Map.of() : Map.of("X-Forwarded-For", caller);
        return new TasklistClient(address)
                .send("GET", "/", null, BodyPublishers.noBody(), headers)
                .text();
    }

    private static final class WhoCalls extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(request.getRemoteAddr());
        }
    }
}
