package io.watchdesk.screening;

import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Verdict;
import io.watchdesk.screening.WordList.Word;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** List versions in our tables. */
@Repository
class WordListTable {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WordListTable(JdbcTemplate batches) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** A version and when it came in force: a number that a roll-back took away may come again. */
    record Stamp(int number, Instant at) {}

    Optional<Stamp> newest() {
        return jdbc.sql("select number, activated_at from screening_list order by number desc fetch first 1 row only")
                .query((row, n) -> new Stamp(
                        row.getInt("number"),
                        row.getObject("activated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    List<Integer> numbers() {
        return jdbc.sql("select number from screening_list order by number")
                .query(Integer.class)
                .list();
    }

    Entries entries(int number) {
        return new Entries(
                jdbc.sql(
                                "select term, severity, category, reason from screening_word where list_number = ? order by term")
                        .param(number)
                        .query((row, n) -> new Word(
                                row.getString("term"),
                                Finding.Severity.valueOf(row.getString("severity")),
                                row.getString("category"),
                                row.getString("reason")))
                        .list(),
                jdbc.sql("select phrase, reason from screening_allowed where list_number = ? order by phrase")
                        .param(number)
                        .query((row, n) -> new Allowed(row.getString("phrase"), row.getString("reason")))
                        .list(),
                jdbc.sql("select host, verdict, reason from screening_host where list_number = ? order by host")
                        .param(number)
                        .query((row, n) -> new Host(
                                row.getString("host"),
                                Verdict.valueOf(row.getString("verdict")),
                                row.getString("reason")))
                        .list());
    }

    void add(int number, Instant at, String by, Entries entries) {
        jdbc.sql("insert into screening_list (number, activated_at, activated_by) values (?, ?, ?)")
                .params(number, at.atOffset(ZoneOffset.UTC), by)
                .update();
        batches.batchUpdate(
                "insert into screening_word (list_number, term, severity, category, reason) values (?, ?, ?, ?, ?)",
                entries.words(),
                BATCH,
                (row, word) -> {
                    row.setInt(1, number);
                    row.setString(2, word.term());
                    row.setString(3, word.severity().name());
                    row.setString(4, word.category());
                    row.setString(5, word.reason());
                });
        batches.batchUpdate(
                "insert into screening_allowed (list_number, phrase, reason) values (?, ?, ?)",
                entries.allowed(),
                BATCH,
                (row, allowed) -> {
                    row.setInt(1, number);
                    row.setString(2, allowed.phrase());
                    row.setString(3, allowed.reason());
                });
        batches.batchUpdate(
                "insert into screening_host (list_number, host, verdict, reason) values (?, ?, ?, ?)",
                entries.hosts(),
                BATCH,
                (row, host) -> {
                    row.setInt(1, number);
                    row.setString(2, host.host());
                    row.setString(3, host.verdict().name());
                    row.setString(4, host.reason());
                });
    }
}
