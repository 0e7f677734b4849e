package io.watchdesk.desk.web;

import io.watchdesk.desk.DeskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the night and of managers, in the order of the navigation. */
@Configuration(proxyBeanMethods = false)
class NightPages {

    @Bean
    DeskPage crisesEntry() {
        return new DeskPage("crises", "crises", 40);
    }

    @Bean
    DeskPage oncallEntry() {
        return new DeskPage("oncall", "on-call", 50);
    }

    @Bean
    DeskPage figuresEntry() {
        return new DeskPage("figures", "figures", 60);
    }
}
