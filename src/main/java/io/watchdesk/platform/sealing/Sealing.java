package io.watchdesk.platform.sealing;

import io.watchdesk.platform.SealedColumn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the keys and compares them with what the database needs, before anything else can write there. */
@Configuration
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    @Bean
    SealingKeyTable sealingKeyTable(JdbcClient jdbc, Clock clock, FlywayMigrationInitializer tablesFirst) {
        return new SealingKeyTable(jdbc, clock);
    }

    @Bean
    KeyRing seal(
            EncryptionSettings settings,
            SealingKeyTable table,
            @Value("${watchdesk.data-directory}") String dataDirectory) {
        KeyFile file = new KeyFile(dataDirectory);
        List<String> needed = table.needed();
        if (settings.secretKeys().isEmpty() && !file.exists()) {
            if (!needed.isEmpty()) {
                throw missing(needed, file);
            }
            file.create(SealingKey.random());
            LOG.warn(
                    "A new key for the secrets in the database is in {}. Back it up apart from the database.",
                    file.path());
        }
        List<String> texts = settings.secretKeys().isEmpty() ? file.read() : settings.secretKeys();
        List<SealingKey> keys =
                texts.stream().map(SealingKey::parse).flatMap(Optional::stream).toList();
        if (keys.isEmpty() || keys.size() < texts.size()) {
            throw new KeysMissing("Each line of %s %s.".formatted(file.path(), SealingKey.MUST_BE));
        }
        KeyRing ring = new KeyRing(keys);
        List<String> unknown = needed.stream().filter(id -> !ring.has(id)).toList();
        if (!unknown.isEmpty()) {
            throw missing(unknown, file);
        }
        return ring;
    }

    @Bean
    Resealing resealing(
            KeyRing ring,
            SealingKeyTable table,
            List<SealedColumn.Keeper> keepers,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        return new Resealing(ring, table, keepers, jdbc, transaction);
    }

    private static KeysMissing missing(List<String> ids, KeyFile file) {
        return new KeysMissing(
                "This database holds secrets that are sealed with %s, and that is not among the keys that were given. Set watchdesk.encryption.secret-keys (in the environment WATCHDESK_ENCRYPTION_SECRETKEYS) to the keys of this installation, or bring its file %s back."
                        .formatted(
                                ids.size() == 1 ? "the key " + ids.get(0) : "the keys " + String.join(", ", ids),
                                file.path()));
    }
}
