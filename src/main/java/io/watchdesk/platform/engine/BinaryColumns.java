package io.watchdesk.platform.engine;

import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one column type for which H2 and PostgreSQL share no name: files of any size. */
@Configuration
class BinaryColumns {

    @Bean
    FlywayConfigurationCustomizer binaryColumnType(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return flyway -> flyway.placeholders(Map.of("binary", url.startsWith("jdbc:postgresql:") ? "bytea" : "blob"));
    }
}
