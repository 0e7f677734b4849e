package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Which filter stands in front of which path. */
@Configuration
class WebGates {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    private final String webapps;
    private final boolean https;
    private final String baseUrl;

    WebGates(
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.webapps = webapps;
        this.https = baseUrl.startsWith("https:");
        this.baseUrl = baseUrl;
    }

    @Bean
    FilterRegistrationBean<Filter> securityHeaders() {
        var registration = registration(new SecurityHeaders(https), FIRST, "/*");
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> startGate(ApplicationAvailability availability) {
        return registration(new StartGate(availability), FIRST + 1, "/*");
    }

    /** Before a body is read, because slow bodies hold threads too. */
    @Bean
    FilterRegistrationBean<Filter> requestLanes(WebSettings settings, ServerProperties server) {
        int threads = server.getTomcat().getThreads().getMax();
        return registration(new RequestLanes(threads, settings.reservedThreads()), FIRST + 1, "/*");
    }

    /** Around everything that refuses. */
    @Bean
    FilterRegistrationBean<Filter> refusedAccess(ProcessEngine engine, Clock clock) {
        return registration(new RefusedAccess(engine, clock), FIRST + 1, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> unknownProxy(ServerProperties server) {
        var registration = registration(new UnknownProxy(), FIRST + 1, "/*");
        registration.setEnabled(server.getForwardHeadersStrategy() == ServerProperties.ForwardHeadersStrategy.NATIVE);
        return registration;
    }

    /** Where the container reports a failure to is no page to open. */
    @Bean
    FilterRegistrationBean<Filter> noErrorPage() {
        return registration(
                (request, response, chain) ->
                        Sentences.write((HttpServletResponse) response, 404, "There is nothing here."),
                FIRST + 2,
                "/error");
    }

    @Bean
    FilterRegistrationBean<Filter> requestLimits(WebSettings settings, MultipartProperties uploads) {
        SlowBodies bodies = new SlowBodies(settings.bodyWithin(), settings.bodiesAtOnce());
        return registration(
                new RequestLimits(settings, uploads.getMaxRequestSize().toBytes(), bodies), FIRST + 2, "/*");
    }

    /** Not in front of {@code /hooks} and {@code /crisis/ack}: signatures and signed links stand there instead of a session. */
    @Bean
    FilterRegistrationBean<Filter> ownOrigin() {
        return registration(new OwnOrigin(baseUrl), FIRST + 2, webapps + "/*", "/api/*", "/desk/*", "/sign-in/*");
    }

    @Bean
    FilterRegistrationBean<Filter> identified() {
        return registration(new Identified(webapps.replaceFirst("^/+", "")), FIRST + 3, "/*");
    }

    /** Around everything that asks the database, the session's guard included. */
    @Bean
    FilterRegistrationBean<Filter> outages() {
        return registration(new OutageFilter(), FIRST + 1, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> freshNonce() {
        return registration(new FreshNonce(), FIRST + 4, webapps + "/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappRights(ProcessEngine engine, People people) {
        return registration(new WebappRights(engine, people, webapps), Ordered.LOWEST_PRECEDENCE - 1, webapps + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> boundedLists(ProcessEngine engine) {
        int most = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getQueryMaxResultsLimit();
        return registration(new BoundedLists(most), Ordered.LOWEST_PRECEDENCE, webapps + "/api/engine/*");
    }

    @Bean
    FilterRegistrationBean<Filter> signedIn(ProcessEngine engine, People people) {
        var filter = new SignedInFilter(engine, people, webapps + "/app/tasklist/default/");
        return registration(filter, Ordered.LOWEST_PRECEDENCE, "/api/*", "/desk/*");
    }

    @Bean
    FilterRegistrationBean<Filter> setupShield() {
        return registration(new SetupShield(), FIRST + 2, webapps + "/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        return registration;
    }
}
