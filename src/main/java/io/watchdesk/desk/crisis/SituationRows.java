package io.watchdesk.desk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.desk.crisis.Situation.HeldPost;
import io.watchdesk.desk.crisis.Situation.SignalBar;
import io.watchdesk.desk.crisis.Situation.StatementLine;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.Publication;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the situation page reads by queries of its own, each bounded however long a crisis lasts. */
@Repository
class SituationRows {

    private static final int MINUTE_SECONDS = 60;
    private static final int MOST_BARS = 48;
    private static final int MOST_POSTS = 50;
    private static final List<Duration> BAR_WIDTHS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private final JdbcClient jdbc;
    private final Accounts accounts;

    SituationRows(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** The first of these publications by slot. */
    List<HeldPost> posts(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // A crisis of the whole house may cover more than a statement takes parameters.
        List<String> asked = ids.subList(0, Math.min(ids.size(), 10 * MOST_POSTS));
        return jdbc.sql("""
                        select p.id, p.piece_id, p.account_id, p.state, p.slot_at, p.slot_zone, c.title
                        from publication p join content_piece c on c.id = p.piece_id
                        where p.id in (:ids) order by p.slot_at, p.id fetch first :most rows only
                        """)
                .param("ids", asked)
                .param("most", MOST_POSTS)
                .query((row, number) -> new HeldPost(
                        row.getString("id"),
                        row.getString("piece_id"),
                        row.getString("title"),
                        accounts.find(row.getString("account_id"))
                                .map(Account::name)
                                .orElse(row.getString("account_id")),
                        Outcomes.text(Publication.State.valueOf(row.getString("state"))),
                        CrisisLines.instant(row, "slot_at"),
                        row.getString("slot_zone")))
                .list();
    }

    /** Oldest first. */
    List<StatementLine> statements(String crisisId) {
        return jdbc.sql("""
                        select s.id, s.piece_id, s.kind, s.state, s.due_at, s.released_at, d.title
                        from statement s left join content_draft d on d.piece_id = s.piece_id
                        where s.crisis_id = ? order by s.opened_at, s.id fetch first 100 rows only
                        """)
                .param(crisisId)
                .query((row, number) -> new StatementLine(
                        row.getString("id"),
                        row.getString("piece_id"),
                        Outcomes.text(Kind.valueOf(row.getString("kind"))),
                        Outcomes.text(Statement.State.valueOf(row.getString("state"))),
                        row.getString("title"),
                        CrisisLines.instant(row, "due_at"),
                        CrisisLines.instant(row, "released_at")))
                .list();
    }

    /** The newest entries of the time line, newest first. */
    List<Timeline.Entry> entries(String crisisId, int most) {
        return jdbc.sql("select * from crisis_timeline where crisis_id = ? order by id desc fetch first " + most
                        + " rows only")
                .param(crisisId)
                .query((row, number) -> new Timeline.Entry(
                        row.getLong("id"),
                        CrisisLines.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("text")))
                .list();
    }

    /** Its signals in bars of equal width from the first one until now; no bar while there is no signal. */
    List<SignalBar> bars(String crisisId, Instant until) {
        TreeMap<Long, Long> minutes = new TreeMap<>();
        jdbc.sql("""
                        select seen, count(*) as signals from (
                            select floor(extract(epoch from occurred_at) / 60) as seen from signal
                            where crisis_id = ?) as each_signal
                        group by seen
                        """)
                .param(crisisId)
                .query((row, number) ->
                        minutes.put(row.getBigDecimal("seen").longValue() * MINUTE_SECONDS, row.getLong("signals")))
                .list();
        if (minutes.isEmpty()) {
            return List.of();
        }
        long end = Math.max(until.getEpochSecond(), minutes.lastKey() + MINUTE_SECONDS);
        long width = width(end - minutes.firstKey());
        List<SignalBar> bars = new ArrayList<>();
        for (long from = minutes.firstKey() / width * width; from < end; from += width) {
            long signals = minutes.subMap(from, from + width).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bars.add(new SignalBar(Instant.ofEpochSecond(from), signals));
        }
        return bars;
    }

    private static long width(long seconds) {
        return BAR_WIDTHS.stream()
                .mapToLong(Duration::toSeconds)
                .filter(width -> seconds <= width * MOST_BARS)
                .findFirst()
                .orElse(BAR_WIDTHS.get(BAR_WIDTHS.size() - 1).toSeconds());
    }
}
