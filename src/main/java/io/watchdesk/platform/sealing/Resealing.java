package io.watchdesk.platform.sealing;

import io.watchdesk.platform.SealedColumn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts every value under the current key before the application answers anybody: what was stored in plain, at the first
 * start that seals its column, and while several keys are given what the older ones sealed. Afterwards the older ones are
 * not needed.
 */
class Resealing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final int AT_ONCE = 200;

    private final KeyRing ring;
    private final SealingKeyTable table;
    private final List<SealedColumn.Keeper> keepers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Resealing(
            KeyRing ring,
            SealingKeyTable table,
            List<SealedColumn.Keeper> keepers,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.ring = ring;
        this.table = table;
        this.keepers = keepers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> needed = table.needed();
        boolean anew = ring.isSeveral() || !needed.equals(List.of(ring.current()));
        List<SealedColumn> columns = keepers.stream()
                .flatMap(keeper -> keeper.sealedColumns().stream())
                .filter(column -> anew || !table.isSealed(column))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        table.use(ring.current());
        long renewed = 0;
        for (SealedColumn column : columns) {
            renewed += renew(column);
            if (!table.isSealed(column)) {
                table.sealed(column);
            }
        }
        for (String old : needed) {
            if (anew && !old.equals(ring.current())) {
                table.retire(old);
                LOG.warn("Nothing is sealed with the key {} any more; it can be taken from the settings.", old);
            }
        }
        LOG.info("{} values were sealed with the key {}.", renewed, ring.current());
    }

    private long renew(SealedColumn column) {
        long renewed = 0;
        while (true) {
            Integer some = transaction.execute(status -> renewSome(column));
            if (some == null || some == 0) {
                return renewed;
            }
            renewed += some;
        }
    }

    private int renewSome(SealedColumn column) {
        List<Row> rows = jdbc.sql(
                        "select %2$s, %3$s from %1$s where %3$s is not null and %3$s not like ? fetch first %4$d rows only"
                                .formatted(column.table(), column.key(), column.column(), AT_ONCE))
                .param(KeyRing.MARK + ring.current() + ":%")
                .query((row, number) -> new Row(row.getObject(1), row.getString(2)))
                .list();
        for (Row row : rows) {
            // Only what was read is replaced: somebody may have written anew meanwhile.
            jdbc.sql("update %1$s set %3$s = ? where %2$s = ? and %3$s = ?"
                            .formatted(column.table(), column.key(), column.column()))
                    .params(ring.renewed(column, row.id, row.value), row.id, row.value)
                    .update();
        }
        return rows.size();
    }

    private record Row(Object id, String value) {}
}
