package io.watchdesk.desk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of crises: what goes on, the gravest first, and what is over, a page at a time. */
@Component
@Transactional(readOnly = true)
public class CrisisLines {

    /** How many of the past stand on one page. */
    public static final int A_PAGE = 25;

    private static final String LINES = """
            select c.id, c.title, c.level, c.state, c.mode, c.first_sighted, c.opened_at, c.holder, c.acknowledged_at,
                c.closed_at, l.tier, l.next_climb_at,
                (select count(*) from crisis_held h where h.crisis_id = c.id) as held
            from crisis c left join crisis_ladder l on l.crisis_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final People people;

    CrisisLines(JdbcClient jdbc, Accounts accounts, People people) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
    }

    /** All that go on: those that nobody has first, then by level, then the oldest. */
    public List<CrisisLine> open() {
        List<CrisisLine> lines = withAccounts(jdbc.sql(LINES + "where c.state in ('OPEN', 'CLOSING')")
                .query(this::line)
                .list());
        return lines.stream()
                .sorted(Comparator.comparing(CrisisLine::drill)
                        .thenComparing(line -> line.holder() != null)
                        .thenComparing(line ->
                                -Outcomes.parse(Level.class, line.level()).rank())
                        .thenComparing(CrisisLine::openedAt))
                .toList();
    }

    /** Those that are over, newest first; one more than a page where there are more. */
    public List<CrisisLine> past(int page) {
        return withAccounts(jdbc.sql(LINES + """
                        where c.state in ('CLOSED', 'FALSE_ALARM', 'CANCELLED')
                        order by c.opened_at desc, c.id desc offset :skipped rows fetch first :most rows only
                        """)
                .param("skipped", (long) Math.max(0, page) * A_PAGE)
                .param("most", A_PAGE + 1)
                .query(this::line)
                .list());
    }

    private List<CrisisLine> withAccounts(List<CrisisLine> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        jdbc.sql("select crisis_id, account_id from crisis_scope where crisis_id in (:ids) order by account_id")
                .param("ids", lines.stream().map(CrisisLine::id).toList())
                .query((ResultSet row) -> {
                    names.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return lines.stream()
                .map(line -> new CrisisLine(
                        line.id(),
                        line.title(),
                        line.level(),
                        line.state(),
                        line.drill(),
                        names.getOrDefault(line.id(), List.of()).stream()
                                .filter(account -> !"*".equals(account))
                                .map(account -> accounts.find(account)
                                        .map(Account::name)
                                        .orElse(account))
                                .toList(),
                        line.firstSighted(),
                        line.openedAt(),
                        line.holder(),
                        line.acknowledgedAt(),
                        line.closedAt(),
                        line.tier(),
                        line.nextClimbAt(),
                        line.held()))
                .toList();
    }

    private CrisisLine line(ResultSet row, int number) throws SQLException {
        String holder = row.getString("holder");
        return new CrisisLine(
                row.getString("id"),
                row.getString("title"),
                Outcomes.text(Level.valueOf(row.getString("level"))),
                Outcomes.text(Crisis.State.valueOf(row.getString("state"))),
                Crisis.Mode.valueOf(row.getString("mode")) == Crisis.Mode.DRILL,
                List.of(),
                instant(row, "first_sighted"),
                instant(row, "opened_at"),
                holder == null ? null : people.displayName(holder),
                instant(row, "acknowledged_at"),
                instant(row, "closed_at"),
                row.getInt("tier"),
                instant(row, "next_climb_at"),
                row.getInt("held"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
