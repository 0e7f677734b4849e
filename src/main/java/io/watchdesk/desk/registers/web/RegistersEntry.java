package io.watchdesk.desk.registers.web;

import io.watchdesk.desk.DeskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registers in the navigation. */
@Configuration(proxyBeanMethods = false)
class RegistersEntry {

    @Bean
    DeskPage registersInNavigation() {
        return new DeskPage("registers", "registers", 70);
    }
}
