package io.watchdesk.platform.embedded;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a database in a file needs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url}'.toLowerCase().startsWith('jdbc:h2:file:')")
class EmbeddedConfiguration {

    @Bean
    Backups backups(Environment environment, BackupSettings settings, JdbcClient database, Clock clock) {
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElseThrow();
        return new Backups(files, WholeDatabase.backups(environment, files), settings, database, clock);
    }

    @Bean
    EmbeddedRounds embeddedRounds(
            Environment environment, Backups backups, BackupSettings settings, JdbcClient database) {
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElseThrow();
        return new EmbeddedRounds(files, backups, settings, database);
    }
}
