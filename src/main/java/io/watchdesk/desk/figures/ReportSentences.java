package io.watchdesk.desk.figures;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.figures.ContentFigures.Decisions;
import io.watchdesk.desk.figures.ContentFigures.Posts;
import io.watchdesk.desk.figures.Figures.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says in a mail what the figures say on the page; what did not happen is left out. */
@Component
class ReportSentences {

    private final Accounts accounts;

    ReportSentences(Accounts accounts) {
        this.accounts = accounts;
    }

    List<String> of(Report report) {
        List<String> sentences = new ArrayList<>();
        ContentFigures now = report.content();
        ContentFigures before = report.contentBefore();
        sentences.add("%s were begun, %s went out, %s were taken down; in the period before %d, %d and %d."
                .formatted(
                        counted(now.opened(), "piece"),
                        counted(now.all().published().count(), "post"),
                        now.takenDown(),
                        before.opened(),
                        before.all().published().count(),
                        before.takenDown()));
        if (now.all().published().count() > 0) {
            sentences.add("From brief to post: %s. Late were %s; %s had been sent back by a review."
                    .formatted(
                            spread(now.all().published()),
                            share(now.all().late()),
                            share(now.all().reworked())));
        }
        now.accounts().forEach(posts -> sentences.add(account(posts)));
        now.groups().forEach(group -> sentences.add(group(group)));
        crises(sentences, report.crises(), report.crisesBefore());
        report.drills().stream()
                .filter(DrillLine::scored)
                .forEach(drill -> sentences.add("Drill %s (%s, %s): %s of the deadlines met, %s found."
                        .formatted(
                                drill.id(),
                                drill.scenario(),
                                drill.level(),
                                share(drill.deadlines()),
                                counted(drill.gaps(), "gap"))));
        return sentences;
    }

    private String account(Posts posts) {
        return "%s: %s; %s; late %s."
                .formatted(
                        accounts.find(posts.account()).map(Account::name).orElse(posts.account()),
                        counted(posts.published().count(), "post"),
                        spread(posts.published()),
                        share(posts.late()));
    }

    private static String group(Decisions group) {
        return "Reviews by %s: %s; %s; late %s; changes asked for in %s."
                .formatted(
                        group.group(),
                        counted(group.decided().count(), "decision"),
                        spread(group.decided()),
                        share(group.late()),
                        share(group.changes()));
    }

    private static void crises(List<String> sentences, CrisisTimes now, CrisisTimes before) {
        if (now.crises() + now.falseAlarms() == 0) {
            sentences.add("No crisis was opened.");
            return;
        }
        sentences.add("%d crises and %s were opened; in the period before %d and %d."
                .formatted(
                        now.crises(),
                        counted(now.falseAlarms(), "false alarm"),
                        before.crises(),
                        before.falseAlarms()));
        time(sentences, now, Milestone.ACKNOWLEDGED, "From the first sighting until somebody took it");
        time(sentences, now, Milestone.HELD, "Until posts were held");
        time(sentences, now, Milestone.HOLDING_STATEMENT_OUT, "Until the first public word");
        if (now.hit().whole() > 0) {
            sentences.add(
                    "Deadlines met: %s; in the period before %s.".formatted(share(now.hit()), share(before.hit())));
        }
    }

    private static void time(List<String> sentences, CrisisTimes times, Milestone milestone, String what) {
        Spread spread = times.times().get(milestone);
        if (spread.count() > 0) {
            sentences.add("%s: %s.".formatted(what, spread(spread)));
        }
    }

    private static String counted(long number, String unit) {
        return "%d %s%s".formatted(number, unit, number == 1 ? "" : "s");
    }

    private static String share(Share share) {
        return share.whole() == 0 ? "none" : "%d of %d".formatted(share.part(), share.whole());
    }

    private static String spread(Spread spread) {
        return "half within %s, nine of ten within %s".formatted(time(spread.median()), time(spread.p90()));
    }

    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toDays() > 0) {
            return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0 ? "%d min".formatted(time.toMinutes()) : "%d s".formatted(time.toSeconds());
    }
}
