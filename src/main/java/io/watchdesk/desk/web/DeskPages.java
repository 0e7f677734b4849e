package io.watchdesk.desk.web;

import io.watchdesk.desk.DeskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages about content, in the order of the navigation. */
@Configuration(proxyBeanMethods = false)
class DeskPages {

    @Bean
    DeskPage pipelineInNavigation() {
        return new DeskPage("pipeline", "pipeline", 10);
    }

    @Bean
    DeskPage calendarInNavigation() {
        return new DeskPage("calendar", "calendar", 20);
    }

    @Bean
    DeskPage itemsInNavigation() {
        return new DeskPage("items", "items", 30);
    }

    @Bean
    DeskPage workInNavigation() {
        return new DeskPage("work", "work", 80);
    }
}
