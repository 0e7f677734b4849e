package io.watchdesk.platform.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.flywaydb.core.api.callback.Callback;
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
    Backups backups(Environment environment, BackupSettings settings, HikariDataSource pool, Clock clock) {
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElseThrow();
        return new Backups(files, WholeDatabase.backups(environment, files), settings, pool, turns(pool), clock);
    }

    @Bean
    Compaction compaction(HikariDataSource pool, CompactionSettings settings) {
        return new Compaction(pool, turns(pool), settings);
    }

    private static OneCommitAtATime turns(HikariDataSource pool) {
        return (OneCommitAtATime) pool.getDataSource();
    }

    @Bean
    EmbeddedRounds embeddedRounds(
            Environment environment,
            Backups backups,
            BackupSettings settings,
            Compaction compaction,
            JdbcClient database) {
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElseThrow();
        return new EmbeddedRounds(files, backups, settings, compaction, database);
    }

    @Bean
    Callback beforeUpgrade(Environment environment) {
        return new BeforeUpgrade(EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElseThrow());
    }
}
