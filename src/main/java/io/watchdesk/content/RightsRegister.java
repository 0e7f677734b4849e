package io.watchdesk.content;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rights of all files together, for those who keep them up to date (catalogue 66-69). */
@Service
@Transactional
public class RightsRegister {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final AssetStore store;
    private final AuditLog audit;
    private final Clock clock;

    RightsRegister(JdbcClient jdbc, RowLock lock, AssetStore store, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file and the piece that it was uploaded for, the only one that uses it. */
    public record Line(Asset asset, String pieceId) {}

    /** How a right stands today (UTC). */
    public enum Standing {
        NONE,
        ENDED,
        ENDING,
        LASTING
    }

    /**
     * Which files are asked for.
     *
     * @param text stands in name, id, piece or rights, whatever its case; empty for all
     * @param standing null for any
     * @param kind null for any
     * @param noticeDays within so many days a right counts as ending
     */
    public record Wish(String text, Standing standing, Asset.Kind kind, int noticeDays) {}

    /** @param total how many there are on all pages */
    public record Page(List<Line> lines, int total) {}

    /** Files, newest first. */
    @Transactional(readOnly = true)
    public Page find(Wish wish, int offset, int limit) {
        List<Object> values = new ArrayList<>();
        String where = where(wish, values);
        int total = jdbc.sql("select count(*) from content_asset where " + where)
                .params(values)
                .query(Integer.class)
                .single();
        values.add(offset);
        values.add(limit);
        List<Line> lines = jdbc.sql("select * from content_asset where " + where
                        + " order by uploaded_at desc, id desc offset ? rows fetch next ? rows only")
                .params(values)
                .query(this::line)
                .list();
        return new Page(lines, total);
    }

    /** The files that there are of these. */
    @Transactional(readOnly = true)
    public List<Line> lines(Collection<String> ids) {
        List<String> all = ids.stream().distinct().toList();
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            lines.addAll(jdbc.sql("select * from content_asset where id in (:ids)")
                    .param("ids", some)
                    .query(this::line)
                    .list());
        }
        return lines;
    }

    /** Hands all files over, in the order of their ids, without holding them all. */
    @Transactional(readOnly = true)
    public void each(Consumer<Line> reader) {
        String last = "";
        List<Line> some;
        do {
            some = jdbc.sql("select * from content_asset where id > ? order by id fetch first ? rows only")
                    .params(last, AT_ONCE)
                    .query(this::line)
                    .list();
            some.forEach(reader);
            last = some.isEmpty() ? last : some.get(some.size() - 1).asset().id();
        } while (some.size() == AT_ONCE);
    }

    /**
     * Replaces the record of a file; an approval of a text that uses it does not survive that.
     *
     * @param asShown whether the file is still what the person saw
     * @param rights null takes the record away, and screening then blocks the text
     * @throws Refused when it is not
     */
    public void replace(String assetId, Predicate<Line> asShown, Rights rights) {
        Optional<Line> now = jdbc.sql("select * from content_asset where id = ?" + lock.clause())
                .param(assetId)
                .query(this::line)
                .optional();
        if (now.filter(asShown).isEmpty()) {
            throw new Refused("Somebody else has changed the rights of the file %s. Look at them, then try again."
                    .formatted(assetId));
        }
        store.setRights(assetId, rights);
        audit.record("content.rightsRecorded", assetId, now.get().asset().rights(), rights);
    }

    private String where(Wish wish, List<Object> values) {
        StringBuilder where = new StringBuilder("1 = 1");
        if (!wish.text().isEmpty()) {
            where.append(" and position(? in found_by) > 0");
            values.add(wish.text().toLowerCase(Locale.ROOT));
        }
        if (wish.kind() != null) {
            where.append(" and kind = ?");
            values.add(wish.kind().name());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (wish.standing() == Standing.NONE) {
            where.append(" and rights is null");
        } else if (wish.standing() == Standing.ENDED) {
            where.append(" and rights_until < ?");
            values.add(today);
        } else if (wish.standing() == Standing.ENDING) {
            where.append(" and rights_until between ? and ?");
            values.addAll(List.of(today, today.plusDays(wish.noticeDays())));
        } else if (wish.standing() == Standing.LASTING) {
            where.append(" and rights is not null and (rights_until is null or rights_until > ?)");
            values.add(today.plusDays(wish.noticeDays()));
        }
        return where.toString();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(store.asset(row, number), row.getString("piece_id"));
    }
}
