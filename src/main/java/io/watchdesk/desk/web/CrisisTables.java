package io.watchdesk.desk.web;

import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.figures.CrisisTimes;
import io.watchdesk.desk.figures.DrillLine;
import io.watchdesk.desk.figures.Figures.Report;
import io.watchdesk.desk.figures.Share;
import io.watchdesk.desk.figures.Spread;
import io.watchdesk.desk.web.FigureTable.Chart;
import io.watchdesk.desk.web.FigureTable.Row;
import io.watchdesk.desk.web.FigureTable.Series;
import io.watchdesk.platform.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables and charts about crises and drills. */
final class CrisisTables {

    private static final String BAR = "bar";
    private static final String SECONDS = "seconds";
    private static final String PERCENT = "percent";

    private CrisisTables() {}

    static FigureTable times(Report report, FigureWords words) {
        Map<Milestone, Spread> now = report.crises().times();
        Map<Milestone, Spread> before = report.crisesBefore().times();
        List<Milestone> shown = now.keySet().stream()
                .filter(milestone ->
                        now.get(milestone).count() + before.get(milestone).count() > 0)
                .toList();
        return FigureTables.table(
                words,
                "times",
                List.of("milestone", "crises", "before", "median", "p90", "medianBefore", "p90Before"),
                shown.stream()
                        .map(milestone -> new Row(
                                milestone(words, milestone),
                                List.of(
                                        words.number(now.get(milestone).count()),
                                        words.number(before.get(milestone).count()),
                                        words.median(now.get(milestone)),
                                        words.most(now.get(milestone)),
                                        words.median(before.get(milestone)),
                                        words.most(before.get(milestone)))))
                        .toList(),
                new Chart(
                        BAR,
                        SECONDS,
                        shown.stream()
                                .map(milestone -> milestone(words, milestone))
                                .toList(),
                        List.of(
                                new Series(
                                        words.say("figures.median"),
                                        FigureTables.values(
                                                shown, each -> now.get(each).median())),
                                new Series(
                                        words.say("figures.p90"),
                                        FigureTables.values(
                                                shown, each -> now.get(each).p90())),
                                new Series(
                                        words.say("figures.medianBefore"),
                                        FigureTables.values(
                                                shown, each -> before.get(each).median())))));
    }

    private static String milestone(FigureWords words, Milestone milestone) {
        return words.say("milestone." + Outcomes.text(milestone));
    }

    static FigureTable deadlines(Report report, FigureWords words) {
        Map<Deadline, Share> now = report.crises().deadlines();
        Map<Deadline, Share> before = report.crisesBefore().deadlines();
        List<Deadline> shown = now.keySet().stream()
                .filter(deadline ->
                        now.get(deadline).whole() + before.get(deadline).whole() > 0)
                .toList();
        List<Row> rows = new ArrayList<>();
        shown.forEach(
                deadline -> rows.add(share(words, deadline(words, deadline), now.get(deadline), before.get(deadline))));
        if (!rows.isEmpty()) {
            rows.add(share(
                    words,
                    words.say("figures.all"),
                    report.crises().hit(),
                    report.crisesBefore().hit()));
        }
        return FigureTables.table(
                words,
                "deadlines",
                List.of("deadline", "met", "percent", "metBefore", "percentBefore"),
                rows,
                FigureTables.compared(
                        words,
                        PERCENT,
                        shown.stream().map(each -> deadline(words, each)).toList(),
                        FigureTables.values(shown, each -> now.get(each).percent()),
                        FigureTables.values(shown, each -> before.get(each).percent())));
    }

    private static String deadline(FigureWords words, Deadline deadline) {
        return words.say("clock." + Outcomes.text(deadline));
    }

    private static Row share(FigureWords words, String label, Share now, Share before) {
        return new Row(
                label,
                List.of(
                        words.say("figures.of", now.part(), now.whole()),
                        words.percent(now),
                        words.say("figures.of", before.part(), before.whole()),
                        words.percent(before)));
    }

    static FigureTable levels(Report report, FigureWords words) {
        List<CrisisTimes.ByLevel> now = report.crises().levels();
        List<CrisisTimes.ByLevel> before = report.crisesBefore().levels();
        List<Row> rows = new ArrayList<>();
        if (report.crises().crises() + report.crisesBefore().crises() > 0) {
            for (int place = 0; place < now.size(); place++) {
                CrisisTimes.ByLevel here = now.get(place);
                CrisisTimes.ByLevel there = before.get(place);
                rows.add(new Row(
                        words.say("level." + here.level()),
                        List.of(
                                words.number(here.crises()),
                                words.number(there.crises()),
                                words.median(here.acknowledged()),
                                words.most(here.acknowledged()),
                                words.median(there.acknowledged()))));
            }
        }
        return FigureTables.table(
                words,
                "levels",
                List.of("level", "crises", "before", "taken", "takenP90", "takenBefore"),
                rows,
                FigureTables.compared(
                        words,
                        "number",
                        now.stream()
                                .map(each -> words.say("level." + each.level()))
                                .toList(),
                        now.stream().map(CrisisTimes.ByLevel::crises).toList(),
                        before.stream().map(CrisisTimes.ByLevel::crises).toList()));
    }

    static FigureTable drills(Report report, FigureWords words) {
        List<DrillLine> drills = Stream.concat(report.drills().stream(), report.drillsBefore().stream())
                .filter(DrillLine::scored)
                .toList();
        return FigureTables.table(
                words,
                "drills",
                List.of("drill", "taken", "held", "statement", "met", "percent", "gaps"),
                drills.stream()
                        .map(drill -> new Row(
                                drill(words, drill),
                                List.of(
                                        words.time(drill.secondsToAcknowledge()),
                                        words.time(drill.secondsToHold()),
                                        words.time(drill.secondsToStatement()),
                                        words.say(
                                                "figures.of",
                                                drill.deadlines().part(),
                                                drill.deadlines().whole()),
                                        words.percent(drill.deadlines()),
                                        words.number(drill.gaps()))))
                        .toList(),
                new Chart(
                        BAR,
                        PERCENT,
                        drills.stream().map(drill -> drill(words, drill)).toList(),
                        List.of(new Series(
                                words.say("figures.percent"),
                                FigureTables.values(
                                        drills, drill -> drill.deadlines().percent())))));
    }

    private static String drill(FigureWords words, DrillLine drill) {
        return "%s %s (%s)"
                .formatted(
                        drill.id(),
                        words.sayOr("scenario." + drill.scenario(), drill.scenario()),
                        words.say("level." + drill.level()));
    }
}
