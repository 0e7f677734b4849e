package io.watchdesk.desk.figures;

import io.watchdesk.desk.figures.ContentFigures.Decisions;
import io.watchdesk.desk.figures.ContentFigures.Posts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the content line from our own tables; the database does the sorting, whatever the number of rows. */
@Repository
class ContentCounts {

    /** Every zone of the world is a whole number of quarters away from UTC. */
    static final int QUARTER_SECONDS = 900;

    /** The posts are looked up once, and told by account and all together. */
    private static final String POSTS = """
            with posts as (
                select p.account_id, extract(epoch from (p.published_at - c.opened_at)) as took,
                    case when extract(epoch from (p.published_at - p.slot_at)) > :tolerance then 1 else 0 end as late,
                    case when w.piece_id is null then 0 else 1 end as reworked
                from publication p
                join content_piece c on c.id = p.piece_id
                left join (select distinct piece_id from review_round where verdict = 'CHANGES_REQUESTED'
                    and piece_id in (select piece_id from publication
                        where published_at >= :from and published_at < :to)) w on w.piece_id = p.piece_id
                where p.published_at >= :from and p.published_at < :to and p.corrects is null and p.crisis_id is null)
            select account_id, count(*) as posts, percentile_cont(0.5) within group (order by took) as median,
                percentile_cont(0.9) within group (order by took) as p90, sum(late) as late, sum(reworked) as reworked
            from posts group by account_id
            union all
            select cast(null as varchar(100)), count(*), percentile_cont(0.5) within group (order by took),
                percentile_cont(0.9) within group (order by took), coalesce(sum(late), 0), coalesce(sum(reworked), 0)
            from posts
            """;

    private final JdbcClient jdbc;
    private final FiguresSettings settings;

    ContentCounts(JdbcClient jdbc, FiguresSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    ContentFigures of(Period period) {
        List<Posts> posts = ask(POSTS, period)
                .param("tolerance", settings.lateAfter().toSeconds())
                .query(ContentCounts::posts)
                .list();
        Rounds rounds = rounds(period);
        return new ContentFigures(
                count("content_piece where opened_at >= :from and opened_at < :to", period),
                count(
                        "publication where published_at >= :from and published_at < :to and corrects is not null",
                        period),
                count("publication where taken_down_at >= :from and taken_down_at < :to and corrects is null", period),
                rounds.lasted(),
                rounds.reworked(),
                posts.stream()
                        .filter(each -> each.account() == null)
                        .findFirst()
                        .orElseThrow(),
                posts.stream()
                        .filter(each -> each.account() != null)
                        .sorted(Comparator.comparing(Posts::account))
                        .toList(),
                decisions(period));
    }

    /** How many posts went out, by the beginning of the quarter of an hour in seconds since 1970. */
    Map<Long, Long> quarters(Period period) {
        Map<Long, Long> quarters = new TreeMap<>();
        ask("""
                        select quarter, count(*) as posts from (
                            select floor(extract(epoch from published_at) / 900) as quarter from publication
                            where published_at >= :from and published_at < :to
                                and corrects is null and crisis_id is null) as each_post
                        group by quarter
                        """, period)
                .query((row, number) ->
                        quarters.put(row.getBigDecimal("quarter").longValue() * QUARTER_SECONDS, row.getLong("posts")))
                .list();
        return quarters;
    }

    private Rounds rounds(Period period) {
        return ask("""
                        select count(*) as rounds,
                            percentile_cont(0.5) within group (order by extract(epoch from (closed_at - opened_at)))
                                as median,
                            percentile_cont(0.9) within group (order by extract(epoch from (closed_at - opened_at)))
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
                            percentile_cont(0.5) within group (order by extract(epoch from (decided_at - opened_at)))
                                as median,
                            percentile_cont(0.9) within group (order by extract(epoch from (decided_at - opened_at)))
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

    private static Posts posts(ResultSet row, int number) throws SQLException {
        long all = row.getLong("posts");
        return new Posts(
                row.getString("account_id"),
                spread(row, "posts"),
                new Share(row.getLong("late"), all),
                new Share(row.getLong("reworked"), all));
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
