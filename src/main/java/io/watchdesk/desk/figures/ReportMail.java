package io.watchdesk.desk.figures;

import io.watchdesk.notification.Link;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails the figures of the last whole week or month to a group. A report that was due while nothing ran is sent at the next
 * start; each is sent once, by whichever node writes its row first.
 */
@Component
class ReportMail {

    private final Figures figures;
    private final ReportSentences sentences;
    private final FiguresSettings settings;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String baseUrl;

    ReportMail(
            Figures figures,
            ReportSentences sentences,
            FiguresSettings settings,
            Notifications notifications,
            JdbcClient jdbc,
            Clock clock,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.figures = figures;
        this.sentences = sentences;
        this.settings = settings;
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /**
     * Sends the report that is due, unless it was sent.
     *
     * @return whether this call sent one
     * @throws org.springframework.dao.DuplicateKeyException when another node sends it at this moment
     */
    @Transactional
    public boolean send() {
        String group = settings.report().group().strip();
        if (group.isEmpty()) {
            return false;
        }
        Period period = due();
        if (sent(period)) {
            return false;
        }
        jdbc.sql("insert into figures_report (to_day, from_day, group_id, made_at) values (?, ?, ?, ?)")
                .params(period.to(), period.from(), group, ContentCounts.utc(clock.instant()))
                .update();
        Figures.Report report = figures.of(period, period.before());
        notifications.tellGroup(
                group,
                new Message.FiguresReport(
                        null,
                        "%s – %s".formatted(period.from(), period.to()),
                        sentences.of(report),
                        java.util.List.of(new Link(
                                "See all figures",
                                "%s/desk/figures?from=%s&to=%s".formatted(baseUrl, period.from(), period.to())))));
        return true;
    }

    private boolean sent(Period period) {
        return jdbc.sql("select count(*) from figures_report where to_day = ?")
                        .param(period.to())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The newest period whose report's moment is over. */
    private Period due() {
        FiguresSettings.Report report = settings.report();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), settings.zone());
        // Before the hour of the day, the newest moment was not today.
        LocalDate day =
                now.toLocalTime().isBefore(report.at()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        if (report.every() == FiguresSettings.Every.WEEK) {
            LocalDate moment = day.with(TemporalAdjusters.previousOrSame(report.weekday()));
            return new Period(moment.minusWeeks(1), moment.minusDays(1), settings.zone());
        }
        LocalDate month = day.getDayOfMonth() >= report.dayOfMonth() ? day : day.minusMonths(1);
        LocalDate first = month.withDayOfMonth(1);
        return new Period(first.minusMonths(1), first.minusDays(1), settings.zone());
    }
}
