package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Which filter stands in front of which path. */
@Configuration
class WebGates {

    private final String webapps;

    WebGates(@Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        this.webapps = webapps;
    }

    @Bean
    FilterRegistrationBean<Filter> signedIn(ProcessEngine engine, People people) {
        var filter = new SignedInFilter(engine, people, webapps + "/app/tasklist/default/");
        return registration(filter, Ordered.LOWEST_PRECEDENCE, "/api/*", "/desk/*");
    }

    @Bean
    FilterRegistrationBean<Filter> setupShield() {
        return registration(new SetupShield(), Ordered.HIGHEST_PRECEDENCE, webapps + "/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        return registration;
    }
}
