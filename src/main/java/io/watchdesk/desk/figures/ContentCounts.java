package io.watchdesk.desk.figures;

import io.watchdesk.desk.figures.ContentFigures.Decisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the content line from our own tables; the database does the sorting, whatever the number of rows. */
@Repository
class ContentCounts {

    /** Every zone of the world is a whole number of quarters away from UTC. */
    static final int QUARTER_SECONDS = 900;

    /** Rows that are fetched from the database at once; a year has more than should be in memory together. */
    private static final int ROWS_AT_ONCE = 5000;

    private static final String POSTS = """
            select p.account_id, cast(extract(epoch from (p.published_at - c.opened_at)) as double precision) as took,
                floor(cast(extract(epoch from p.published_at) as double precision) / 900) as quarter,
                case when extract(epoch from (p.published_at - p.slot_at)) > ? then 1 else 0 end as late,
                case when w.piece_id is null then 0 else 1 end as reworked
            from publication p
            join content_piece c on c.id = p.piece_id
            left join (select distinct piece_id from review_round where verdict = 'CHANGES_REQUESTED') w
                on w.piece_id = p.piece_id
            where p.published_at >= ? and p.published_at < ? and p.corrects is null and p.crisis_id is null
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final FiguresSettings settings;

    ContentCounts(JdbcClient jdbc, DataSource database, FiguresSettings settings) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(database);
        this.rows.setFetchSize(ROWS_AT_ONCE);
        this.settings = settings;
    }

    /** Reads each post of the period once. */
    PostTally posts(Period period) {
        PostTally tally = new PostTally();
        rows.query(
                POSTS,
                row -> {
                    tally.add(
                            row.getString("account_id"),
                            (long) row.getDouble("quarter") * QUARTER_SECONDS,
                            row.getDouble("took"),
                            row.getInt("late") == 1,
                            row.getInt("reworked") == 1);
                },
                settings.lateAfter().toSeconds(),
                utc(period.start()),
                utc(period.end()));
        return tally;
    }

    ContentFigures of(Period period, PostTally posts) {
        Rounds rounds = rounds(period);
        return new ContentFigures(
                count("content_piece where opened_at >= :from and opened_at < :to", period),
                count(
                        "publication where published_at >= :from and published_at < :to and corrects is not null",
                        period),
                count("publication where taken_down_at >= :from and taken_down_at < :to and corrects is null", period),
                rounds.lasted(),
                rounds.reworked(),
                posts.all(),
                posts.byAccount(),
                decisions(period));
    }

    private Rounds rounds(Period period) {
        return ask("""
                        select count(*) as rounds,
                            percentile_cont(0.5) within group (order by cast(extract(epoch from (closed_at - opened_at)) as double precision))
                                as median,
                            percentile_cont(0.9) within group (order by cast(extract(epoch from (closed_at - opened_at)) as double precision))
                                as p90,
                            coalesce(sum(case when verdict = 'CHANGES_REQUESTED' then 1 else 0 end), 0) as reworked
                        from review_round where closed_at >= :from and closed_at < :to
                        """, period)
                .query((row, number) ->
                        new Rounds(spread(row, "rounds"), new Share(row.getLong("reworked"), row.getLong("rounds"))))
                .single();
    }

    private List<Decisions> decisions(Period period) {
        return ask("""
                        select group_id, count(*) as decisions,
                            percentile_cont(0.5) within group (order by cast(extract(epoch from (decided_at - opened_at)) as double precision))
                                as median,
                            percentile_cont(0.9) within group (order by cast(extract(epoch from (decided_at - opened_at)) as double precision))
                                as p90,
                            sum(case when decided_at > due_at then 1 else 0 end) as late,
                            sum(case when verdict = 'CHANGES_REQUESTED' then 1 else 0 end) as changes,
                            sum(case when verdict = 'REJECTED' then 1 else 0 end) as rejected
                        from review_stage
                        where decided_at >= :from and decided_at < :to and opened_at is not null
                        group by group_id order by group_id
                        """, period)
                .query((row, number) -> {
                    long all = row.getLong("decisions");
                    return new Decisions(
                            row.getString("group_id"),
                            spread(row, "decisions"),
                            new Share(row.getLong("late"), all),
                            new Share(row.getLong("changes"), all),
                            new Share(row.getLong("rejected"), all));
                })
                .list();
    }

    private long count(String rows, Period period) {
        return ask("select count(*) from " + rows, period).query(Long.class).single();
    }

    private JdbcClient.StatementSpec ask(String sql, Period period) {
        return jdbc.sql(sql).param("from", utc(period.start())).param("to", utc(period.end()));
    }

    private static Spread spread(ResultSet row, String count) throws SQLException {
        long cases = row.getLong(count);
        return cases == 0 ? Spread.NONE : new Spread(cases, row.getDouble("median"), row.getDouble("p90"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Rounds(Spread lasted, Share reworked) {}
}
