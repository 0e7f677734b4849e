package io.watchdesk.escalation;

import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of links, and the one key that signs them. */
@Repository
class LinkStore implements SealedColumn.Keeper {

    private static final int KEY_BYTES = 32;
    private static final int ONLY = 1;
    private static final SealedColumn SECRET = new SealedColumn("crisis_link_key", "id", "secret");

    private final JdbcClient jdbc;
    private final Seal seal;
    private final TransactionTemplate ownTransaction;

    LinkStore(JdbcClient jdbc, Seal seal, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void insert(PageLink link) {
        jdbc.sql("insert into crisis_link (id, crisis_id, person, tier, purpose, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        link.id(),
                        link.crisisId(),
                        link.person(),
                        link.tier(),
                        link.purpose().name(),
                        LadderStore.utc(link.createdAt()),
                        LadderStore.utc(link.expiresAt()))
                .update();
    }

    Optional<PageLink> find(String id) {
        return jdbc.sql("select * from crisis_link where id = ?")
                .param(id)
                .query(LinkStore::link)
                .optional();
    }

    /** Reads it and keeps others from using it until the transaction ends. */
    Optional<PageLink> lock(String id) {
        return jdbc.sql("select * from crisis_link where id = ? for update")
                .param(id)
                .query(LinkStore::link)
                .optional();
    }

    void used(String id, Instant at) {
        jdbc.sql("update crisis_link set used_at = ? where id = ?")
                .params(LadderStore.utc(at), id)
                .update();
    }

    /** The key; the first caller on any node makes it. */
    byte[] key() {
        String secret = secret().orElseGet(() -> {
            try {
                ownTransaction.executeWithoutResult(status -> make());
            } catch (DuplicateKeyException madeElsewhere) {
                // Another node was first; its key counts.
            }
            return ownTransaction.execute(status -> secret()).orElseThrow();
        });
        return Base64.getDecoder().decode(secret);
    }

    private void make() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        jdbc.sql("insert into crisis_link_key (id, secret) values (?, ?)")
                .params(ONLY, seal.seal(SECRET.place(ONLY), Base64.getEncoder().encodeToString(key)))
                .update();
    }

    private Optional<String> secret() {
        return jdbc.sql("select secret from crisis_link_key where id = ?")
                .param(ONLY)
                .query(String.class)
                .optional()
                .map(stored -> seal.open(SECRET.place(ONLY), stored));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SECRET);
    }

    private static PageLink link(ResultSet row, int number) throws SQLException {
        return new PageLink(
                row.getString("id"),
                row.getString("crisis_id"),
                row.getString("person"),
                row.getInt("tier"),
                Links.Purpose.valueOf(row.getString("purpose")),
                LadderStore.instant(row, "created_at"),
                LadderStore.instant(row, "expires_at"),
                LadderStore.instant(row, "used_at"));
    }
}
