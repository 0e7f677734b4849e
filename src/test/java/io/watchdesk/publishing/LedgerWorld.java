package io.watchdesk.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.RowLock;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real ledger, holds and site on a database, without engine and web; a {@link DataSource} bean is added by the user.
 * No stereotype, so that the application of other tests does not find it.
 */
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan("io.watchdesk.publishing.channel")
@Import({
    Node.class,
    Publications.class,
    Clearance.class,
    Exemptions.class,
    Channels.class,
    Orders.class,
    HoldBook.class,
    JdbcLedger.class,
    ChannelAfterCare.class,
    Packs.class
})
class LedgerWorld {

    /** Creates the tables of this module in an empty database. */
    static void createTables(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V5__publishing.sql"),
                        new ClassPathResource("db/migration/V51__publication_text.sql"),
                        new ByteArrayResource(
                                "alter table publication add column crisis_id varchar(20)".getBytes(UTF_8)))
                .execute(database);
    }

    @Bean
    PlayedDesk desk() {
        return new PlayedDesk();
    }

    @Bean
    Accounts accounts() {
        return new PlayedDesk.PlayedAccounts();
    }

    @Bean
    AuditLog auditLog() {
        return (action, subject, before, after) -> {};
    }

    @Bean
    PlayedRestore restore() {
        return new PlayedRestore();
    }

    @Bean
    ObjectMapper objectMapper() {
        return new ObjectMapper();
    }

    @Bean
    RowLock rowLock(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new RowLock(connection.getMetaData().getURL());
        }
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
