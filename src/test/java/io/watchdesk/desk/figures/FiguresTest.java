package io.watchdesk.desk.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.csv.Csv;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Figures are counted from rows of a far year, which no other story touches, on whichever database runs. */
class FiguresTest extends ProcessSpecification {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Period MAY =
            new Period(LocalDate.parse("2061-05-01"), LocalDate.parse("2061-05-31"), SHANGHAI);
    private static final double HOUR = 3600;
    private static final Offset<Double> SECOND = within(1.0);

    @Autowired
    private Figures figures;

    @Autowired
    private FigureLines lines;

    @Autowired
    private ReportSentences sentences;

    @Autowired
    private Notifications notifications;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void afterwards() {
        theTimeIs(Instant.parse("2061-06-02T00:00:00Z"));
    }

    @AfterEach
    void removed() {
        List.of(
                        "crisis_milestone where crisis_id like 'FG-%'",
                        "crisis where id like 'FG-%'",
                        "drill where id like 'FG-%'",
                        "review_stage where round_id like 'FG-%'",
                        "review_round where id like 'FG-%'",
                        "publication where id like 'FG-%'",
                        "content_piece where id like 'FG-%'",
                        "figures_report where to_day > date '2061-01-01'")
                .forEach(rows -> jdbc.sql("delete from " + rows).update());
    }

    @Test
    void posts_are_counted_by_account_with_their_time_what_was_late_and_what_was_reworked() {
        piece(1, "2061-05-02T00:00:00Z");
        piece(2, "2061-05-02T00:00:00Z");
        piece(3, "2061-05-02T00:00:00Z");
        post(1, 1, "newsroom", "2061-05-02T10:00:00Z", "2061-05-02T10:00:05Z");
        post(2, 2, "newsroom", "2061-05-02T18:00:00Z", "2061-05-02T20:00:00Z");
        post(3, 3, "weibo", "2061-05-03T00:00:00Z", "2061-05-03T00:00:00Z");
        // The day before in Shanghai, and a post that speaks for a crisis.
        post(4, 3, "douyin", "2061-04-30T10:00:00Z", "2061-04-30T15:59:59Z");
        post(5, 3, "douyin", "2061-05-04T00:00:00Z", "2061-05-04T00:00:00Z");
        jdbc.sql("update publication set crisis_id = 'CR-1' where id = 'FG-5'").update();
        round(1, 2, "CHANGES_REQUESTED", "2061-05-02T01:00:00Z", "2061-05-02T02:00:00Z");
        round(2, 2, "APPROVED", "2061-05-02T03:00:00Z", "2061-05-02T06:00:00Z");

        ContentFigures content = figures.of(MAY, MAY.before()).content();

        assertThat(content.opened()).isEqualTo(3);
        assertThat(content.all().published().count()).isEqualTo(3);
        assertThat(content.all().published().median()).isCloseTo(20 * HOUR, SECOND);
        assertThat(content.all().late()).isEqualTo(new Share(1, 3));
        assertThat(content.all().reworked()).isEqualTo(new Share(1, 3));
        assertThat(content.accounts()).extracting(ContentFigures.Posts::account).containsExactly("newsroom", "weibo");
        assertThat(content.accounts().get(0).published().median()).isCloseTo(15 * HOUR, within(3.0));
        assertThat(content.accounts().get(1).late()).isEqualTo(new Share(0, 1));
        assertThat(content.reworked()).isEqualTo(new Share(1, 2));
        assertThat(content.reviews().median()).isCloseTo(2 * HOUR, SECOND);
        assertThat(figures.of(MAY, MAY.before())
                        .contentBefore()
                        .all()
                        .published()
                        .count())
                .as("the last second of April belongs to April")
                .isEqualTo(1);
    }

    @Test
    void bars_are_days_of_the_zone_and_longer_in_longer_periods() {
        piece(1, "2061-05-02T00:00:00Z");
        post(1, 1, "newsroom", "2061-05-02T15:59:00Z", "2061-05-02T15:59:59Z");
        post(2, 1, "weibo", "2061-05-02T16:00:00Z", "2061-05-02T16:00:00Z");

        List<Figures.Bar> days = figures.of(MAY, MAY.before()).bars();
        assertThat(days).hasSize(31);
        assertThat(days.get(1).posts()).isEqualTo(1);
        assertThat(days.get(2).posts()).isEqualTo(1);
        Period year = Period.until(LocalDate.parse("2061-12-31"), 365, SHANGHAI);
        List<Figures.Bar> weeks = figures.of(year, year.before()).bars();
        assertThat(weeks).hasSize(53);
        assertThat(weeks).extracting(Figures.Bar::posts).contains(2L);
    }

    @Test
    void decisions_are_counted_by_group() {
        piece(1, "2061-05-02T00:00:00Z");
        round(1, 1, "CHANGES_REQUESTED", "2061-05-02T00:00:00Z", "2061-05-02T04:00:00Z");
        stage(1, "staff", "reviewers", "2061-05-02T00:00:00Z", "2061-05-02T01:00:00Z", "APPROVED");
        stage(1, "legal", "legal", "2061-05-02T01:00:00Z", "2061-05-02T04:00:00Z", "CHANGES_REQUESTED");

        List<ContentFigures.Decisions> groups =
                figures.of(MAY, MAY.before()).content().groups();

        assertThat(groups).extracting(ContentFigures.Decisions::group).containsExactly("legal", "reviewers");
        assertThat(groups.get(0).decided().median()).isCloseTo(3 * HOUR, SECOND);
        assertThat(groups.get(0).late()).isEqualTo(new Share(1, 1));
        assertThat(groups.get(0).changes()).isEqualTo(new Share(1, 1));
        assertThat(groups.get(1).late()).isEqualTo(new Share(0, 1));
    }

    @Test
    void crises_are_measured_from_the_first_sighting_against_the_deadlines_of_their_level() {
        crisis(1, "RED", "CLOSED", "2061-05-10T00:00:00Z");
        reached(1, Milestone.ACKNOWLEDGED, "2061-05-10T00:04:00Z");
        reached(1, Milestone.TRIAGED, "2061-05-10T00:10:00Z");
        reached(1, Milestone.HOLDING_STATEMENT_OUT, "2061-05-10T01:30:00Z");
        crisis(2, "RED", "OPEN", "2061-05-11T00:00:00Z");
        reached(2, Milestone.ACKNOWLEDGED, "2061-05-11T00:10:00Z");
        crisis(3, "BLUE", "FALSE_ALARM", "2061-05-11T00:00:00Z");
        crisis(4, "RED", "OPEN", "2061-05-12T00:00:00Z");
        jdbc.sql("update crisis set mode = 'DRILL' where id = 'FG-4'").update();

        CrisisTimes crises = figures.of(MAY, MAY.before()).crises();

        assertThat(crises.crises()).isEqualTo(2);
        assertThat(crises.falseAlarms()).isEqualTo(1);
        assertThat(crises.times().get(Milestone.ACKNOWLEDGED).count()).isEqualTo(2);
        assertThat(crises.times().get(Milestone.ACKNOWLEDGED).median()).isCloseTo(7 * 60.0, SECOND);
        assertThat(crises.times().get(Milestone.ACKNOWLEDGED).p90()).isCloseTo(9.4 * 60.0, SECOND);
        assertThat(crises.deadlines().get(Deadline.TRIAGE))
                .as("one in time, one never")
                .isEqualTo(new Share(1, 2));
        assertThat(crises.deadlines().get(Deadline.HOLDING_STATEMENT)).isEqualTo(new Share(0, 2));
        assertThat(crises.deadlines().get(Deadline.RETROSPECTIVE))
                .as("not closed, so its clock has not begun")
                .isEqualTo(new Share(0, 0));
        assertThat(crises.levels().get(0).level()).isEqualTo("red");
        assertThat(crises.levels().get(0).crises()).isEqualTo(2);
    }

    @Test
    void drills_tell_their_score() {
        jdbc.sql("""
                        insert into drill (id, scenario, level, announced, accounts, leader, state, started_by, started_at,
                            ends_at, played, score)
                        values ('FG-1', 'dataLeak', 'RED', true, '[]', 'max', 'ENDED', 'max', ?, ?, 0, ?)
                        """)
                .params(utc("2061-05-20T00:00:00Z"), utc("2061-05-20T02:00:00Z"), """
                        {"scoredAt":"2061-05-20T02:00:00Z","secondsToAcknowledge":240,"tiers":[],"loops":0,"pages":1,
                         "wouldHaveHeld":0,"deadlinesHit":3,"deadlinesMissed":1,"unreachable":[],
                         "gaps":[{"key":"a","sentence":"A gap."}]}
                        """)
                .update();

        List<DrillLine> drills = figures.of(MAY, MAY.before()).drills();

        assertThat(drills).hasSize(1);
        assertThat(drills.get(0).secondsToAcknowledge()).isEqualTo(240);
        assertThat(drills.get(0).deadlines().percent()).isEqualTo(75.0);
        assertThat(drills.get(0).gaps()).isEqualTo(1);
    }

    @Test
    void a_period_has_bounds() {
        LocalDate day = LocalDate.parse("2061-05-01");
        assertThatThrownBy(() -> new Period(day, day.minusDays(1), SHANGHAI)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Period(day, day.plusDays(400), SHANGHAI))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("400");
        assertThat(new Period(day, day.plusDays(399), SHANGHAI).days()).isEqualTo(400);
        assertThat(MAY.before().to()).isEqualTo("2061-04-30");
        assertThat(MAY.before().days()).isEqualTo(31);
    }

    @Test
    void the_file_has_every_figure_and_no_formula() {
        piece(1, "2061-05-02T00:00:00Z");
        post(1, 1, "=cmd|'/c calc'!A1", "2061-05-02T10:00:00Z", "2061-05-02T10:00:00Z");

        String file = lines.csv(figures.of(MAY, MAY.before()));

        assertThat(file).startsWith("\uFEFF\"section\",\"item\",\"figure\",\"unit\",\"value\",\"before\"\r\n");
        assertThat(file)
                .contains("\"account\",\"'=cmd|'/c calc'!A1\",\"publishCount\",\"number\",1,0\r\n")
                .doesNotContain("\"=cmd");
        assertThat(Csv.line("+1", "@x", "\t=1", " =1", "＝1", "-", "a \"b\"", -1.5, 3L, null))
                .isEqualTo("\"'+1\",\"'@x\",\"'\t=1\",\"' =1\",\"'＝1\",\"'-\",\"a \"\"b\"\"\",-1.5,3,\r\n");
    }

    @Test
    void a_report_is_mailed_once_when_its_moment_is_over() throws Exception {
        piece(1, "2061-05-24T00:00:00Z");
        post(1, 1, "newsroom", "2061-05-24T10:00:00Z", "2061-05-24T10:00:00Z");
        ReportMail weekly = report("managers", FiguresSettings.Every.WEEK);

        // Monday, 30 May, one minute before and at the hour.
        theTimeIs(Instant.parse("2061-05-29T23:59:00Z"));
        assertThat(sends(weekly)).as("the week before is still to be told").isTrue();
        assertThat(sends(weekly)).isFalse();
        theTimeIs(Instant.parse("2061-05-30T00:00:00Z"));
        assertThat(sends(weekly)).isTrue();
        assertThat(sends(weekly)).isFalse();

        assertThat(jdbc.sql("select count(*) from mail where recipient = 'max' and kind = 'FiguresReport'"
                                + " and subject = 'Figures: 2061-05-23 – 2061-05-29'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Period week = Period.until(LocalDate.parse("2061-05-29"), 7, SHANGHAI);
        assertThat(sentences.of(figures.of(week, week.before())))
                .anyMatch(sentence -> sentence.contains("1 post went out"))
                .anyMatch(sentence -> sentence.startsWith("Newsroom: 1 post; half within 10 h 0 min"))
                .contains("No crisis was opened.");
        assertThat(sends(report("", FiguresSettings.Every.WEEK))).isFalse();
        theTimeIs(Instant.parse("2061-06-02T00:00:00Z"));
        assertThat(sends(report("managers", FiguresSettings.Every.MONTH))).isTrue();
        assertThat(jdbc.sql("select from_day from figures_report where to_day = date '2061-05-31'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2061-05-01");
    }

    private boolean sends(ReportMail mail) {
        return transactions.execute(status -> mail.send());
    }

    private ReportMail report(String group, FiguresSettings.Every every) {
        FiguresSettings settings = new FiguresSettings(
                SHANGHAI,
                Duration.ofMinutes(15),
                new FiguresSettings.Report(group, every, DayOfWeek.MONDAY, 1, LocalTime.of(8, 0), Duration.ZERO));
        return new ReportMail(figures, sentences, settings, notifications, jdbc, clock, "http://localhost/");
    }

    private void piece(int number, String opened) {
        jdbc.sql("""
                        insert into content_piece (id, topic, category, audience, tier, format, accounts, notes, planner,
                            title, stage, opened_at)
                        values (?, 'Topic', 'CAMPAIGN', 'All', 'GROWTH', 'POST', '[]', '', 'pia', 'Title', 'CLOSED', ?)
                        """).params("FG-" + number, utc(opened)).update();
    }

    private void post(int number, int piece, String account, String slot, String published) {
        jdbc.sql("""
                        insert into publication (id, piece_id, account_id, revision, hash, ledger_key, slot_local,
                            slot_zone, slot_at, state, late_allowed, calls, published_at)
                        values (?, ?, ?, ?, 'hash', ?, timestamp '2061-05-01 00:00:00', 'UTC', ?, 'PUBLISHED', false, 1, ?)
                        """)
                .params("FG-" + number, "FG-" + piece, account, number, "FG-" + number, utc(slot), utc(published))
                .update();
    }

    private void round(int number, int piece, String verdict, String opened, String closed) {
        jdbc.sql("""
                        insert into review_round (id, piece_id, version, content_hash, list_version, risk, known,
                            opened_at, closed_at, verdict)
                        values (?, ?, 1, 'hash', '1', 'low', true, ?, ?, ?)
                        """)
                .params("FG-" + number, "FG-" + piece, utc(opened), utc(closed), verdict)
                .update();
    }

    private void stage(int round, String stage, String group, String opened, String decided, String verdict) {
        jdbc.sql("""
                        insert into review_stage (round_id, position, stage, group_id, veto, sign_off_rule, checklist_id,
                            checklist, remind_after_minutes, escalate_after_minutes, priority, late_priority, known,
                            opened_at, due_at, decided_at, verdict)
                        values (?, 1, ?, ?, false, 'ONE', 'c', '[]', 60, 120, 1, 2, true, ?, ?, ?, ?)
                        """)
                .params(
                        "FG-" + round,
                        stage,
                        group,
                        utc(opened),
                        OffsetDateTime.parse(opened).plusHours(2),
                        utc(decided),
                        verdict)
                .update();
    }

    private void crisis(int number, String level, String state, String sighted) {
        jdbc.sql("""
                        insert into crisis (id, title, scenario, level, reasons, facts, state, mode, first_sighted,
                            opened_at, opened_by)
                        values (?, 'Title', 'other', ?, '[]', '{}', ?, 'REAL', ?, ?, 'system')
                        """)
                .params("FG-" + number, level, state, utc(sighted), utc(sighted))
                .update();
    }

    private void reached(int crisis, Milestone milestone, String at) {
        jdbc.sql("insert into crisis_milestone (crisis_id, milestone, at) values (?, ?, ?)")
                .params("FG-" + crisis, milestone.name(), utc(at))
                .update();
    }

    private static OffsetDateTime utc(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }
}
