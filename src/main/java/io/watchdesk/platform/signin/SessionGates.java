package io.watchdesk.platform.signin;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Stands in front of everything that serves signed-in people; pages and scripts of the webapps are left out. */
@Configuration
class SessionGates {

    @Bean
    FilterRegistrationBean<Filter> sessionGuard(
            ProcessEngine engine,
            SignInSettings settings,
            OutsidePeople outside,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        var registration = new FilterRegistrationBean<Filter>(new SessionGuard(
                engine, settings.sessionTotal(), person -> settings.outside() && outside.hasLeft(person)));
        registration.addUrlPatterns("/api/*", "/desk/*", webapps + "/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    /** Before the guard, which ends sessions too. */
    @Bean
    FilterRegistrationBean<Filter> overtakenRequests(
            Clock clock, @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        var registration = new FilterRegistrationBean<Filter>(new OvertakenRequests(clock));
        registration.addUrlPatterns(webapps + "/*", "/desk/*", "/api/*", "/sign-in/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
