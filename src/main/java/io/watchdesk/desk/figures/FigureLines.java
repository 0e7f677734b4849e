package io.watchdesk.desk.figures;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.csv.Csv;
import io.watchdesk.desk.figures.ContentFigures.Decisions;
import io.watchdesk.desk.figures.ContentFigures.Posts;
import io.watchdesk.desk.figures.Figures.Report;
import io.watchdesk.platform.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a report out as one line a figure, for spreadsheets and for mails. */
@Component
public class FigureLines {

    private static final String NUMBER = "number";
    private static final String SECONDS = "seconds";
    private static final String PERCENT = "percent";
    private static final String ALL = "";

    private final Accounts accounts;

    FigureLines(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Every figure of the report, drills one by one without a figure to compare with. */
    public List<FigureLine> of(Report report) {
        List<FigureLine> lines = new ArrayList<>();
        content(lines, report.content(), report.contentBefore());
        crises(lines, report.crises(), report.crisesBefore());
        report.drills().forEach(drill -> drill(lines, drill));
        return lines;
    }

    /** The report as a file for spreadsheets; the first lines say which days it is about. */
    public String csv(Report report) {
        StringBuilder file = new StringBuilder(Csv.BYTE_ORDER_MARK);
        file.append(Csv.line("section", "item", "figure", "unit", "value", "before"));
        file.append(Csv.line(
                "period",
                ALL,
                "from",
                "date",
                report.period().from(),
                report.compared().from()));
        file.append(Csv.line(
                "period",
                ALL,
                "to",
                "date",
                report.period().to(),
                report.compared().to()));
        file.append(Csv.line(
                "period",
                ALL,
                "zone",
                "text",
                report.period().zone(),
                report.compared().zone()));
        of(report)
                .forEach(line -> file.append(
                        Csv.line(line.section(), line.item(), line.figure(), line.unit(), line.now(), line.before())));
        return file.toString();
    }

    /** What stands over {@link #rows}. */
    static String head() {
        return Csv.BYTE_ORDER_MARK + Csv.line("from", "to", "section", "item", "figure", "unit", "value");
    }

    /** The report without its comparison, each line with its days, to be put below others. */
    String rows(Report report) {
        return of(report).stream()
                .map(line -> Csv.line(
                        report.period().from(),
                        report.period().to(),
                        line.section(),
                        line.item(),
                        line.figure(),
                        line.unit(),
                        line.now()))
                .collect(Collectors.joining());
    }

    private void content(List<FigureLine> lines, ContentFigures now, ContentFigures before) {
        String section = "content";
        number(lines, section, ALL, "piecesOpened", now.opened(), before.opened());
        number(lines, section, ALL, "postsCorrected", now.corrected(), before.corrected());
        number(lines, section, ALL, "postsTakenDown", now.takenDown(), before.takenDown());
        spread(lines, section, ALL, "review", now.reviews(), before.reviews());
        share(lines, section, ALL, "reviewsReworked", now.reworked(), before.reworked());
        posts(lines, section, ALL, now.all(), before.all());
        pairs(now.accounts(), before.accounts(), Posts::account)
                .forEach(pair -> posts(lines, "account", name(pair.key()), pair.now(), pair.before()));
        pairs(now.groups(), before.groups(), Decisions::group).forEach(pair -> {
            spread(
                    lines,
                    "group",
                    pair.key(),
                    "decision",
                    pair.from(Decisions::decided),
                    pair.beforeFrom(Decisions::decided));
            share(lines, "group", pair.key(), "late", pair.from(Decisions::late), pair.beforeFrom(Decisions::late));
            share(
                    lines,
                    "group",
                    pair.key(),
                    "changesRequested",
                    pair.from(Decisions::changes),
                    pair.beforeFrom(Decisions::changes));
            share(
                    lines,
                    "group",
                    pair.key(),
                    "rejected",
                    pair.from(Decisions::rejected),
                    pair.beforeFrom(Decisions::rejected));
        });
    }

    private static void posts(List<FigureLine> lines, String section, String item, Posts now, Posts before) {
        spread(
                lines,
                section,
                item,
                "publish",
                now == null ? null : now.published(),
                before == null ? null : before.published());
        share(lines, section, item, "late", now == null ? null : now.late(), before == null ? null : before.late());
        share(
                lines,
                section,
                item,
                "reworked",
                now == null ? null : now.reworked(),
                before == null ? null : before.reworked());
    }

    private static void crises(List<FigureLine> lines, CrisisTimes now, CrisisTimes before) {
        number(lines, "crisis", ALL, "crises", now.crises(), before.crises());
        number(lines, "crisis", ALL, "falseAlarms", now.falseAlarms(), before.falseAlarms());
        for (Milestone milestone : CrisisCounts.shown()) {
            spread(
                    lines,
                    "crisis",
                    Outcomes.text(milestone),
                    "fromFirstSighting",
                    now.times().get(milestone),
                    before.times().get(milestone));
        }
        for (int place = 0; place < now.levels().size(); place++) {
            CrisisTimes.ByLevel level = now.levels().get(place);
            CrisisTimes.ByLevel same = before.levels().get(place);
            number(lines, "level", level.level(), "crises", level.crises(), same.crises());
            spread(lines, "level", level.level(), "acknowledged", level.acknowledged(), same.acknowledged());
        }
        for (Map.Entry<Deadline, Share> each : now.deadlines().entrySet()) {
            share(
                    lines,
                    "deadline",
                    Outcomes.text(each.getKey()),
                    "met",
                    each.getValue(),
                    before.deadlines().get(each.getKey()));
        }
        share(lines, "deadline", ALL, "met", now.hit(), before.hit());
    }

    private static void drill(List<FigureLine> lines, DrillLine drill) {
        if (drill.scored()) {
            String item = drill.id() + " " + drill.scenario() + " " + drill.level();
            lines.add(new FigureLine("drill", item, "acknowledged", SECONDS, drill.secondsToAcknowledge(), null));
            lines.add(new FigureLine("drill", item, "held", SECONDS, drill.secondsToHold(), null));
            lines.add(new FigureLine("drill", item, "holdingStatement", SECONDS, drill.secondsToStatement(), null));
            lines.add(new FigureLine(
                    "drill", item, "deadlinesMet", PERCENT, drill.deadlines().percent(), null));
            lines.add(new FigureLine("drill", item, "gaps", NUMBER, drill.gaps(), null));
        }
    }

    private static void number(
            List<FigureLine> lines, String section, String item, String figure, long now, long before) {
        lines.add(new FigureLine(section, item, figure, NUMBER, now, before));
    }

    private static void spread(
            List<FigureLine> lines, String section, String item, String figure, Spread now, Spread before) {
        Spread here = now == null ? Spread.NONE : now;
        Spread there = before == null ? Spread.NONE : before;
        lines.add(new FigureLine(section, item, figure + "Count", NUMBER, here.count(), there.count()));
        lines.add(
                new FigureLine(section, item, figure + "Median", SECONDS, whole(here.median()), whole(there.median())));
        lines.add(new FigureLine(section, item, figure + "P90", SECONDS, whole(here.p90()), whole(there.p90())));
    }

    private static void share(
            List<FigureLine> lines, String section, String item, String figure, Share now, Share before) {
        Share here = now == null ? new Share(0, 0) : now;
        Share there = before == null ? new Share(0, 0) : before;
        lines.add(new FigureLine(section, item, figure, NUMBER, here.part(), there.part()));
        lines.add(new FigureLine(section, item, figure + "Percent", PERCENT, here.percent(), there.percent()));
    }

    private static Long whole(Double seconds) {
        return seconds == null ? null : Math.round(seconds);
    }

    private String name(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }

    /** Lines of both periods by their key, also of those that only one of them has. */
    static <T> List<Pair<T>> pairs(List<T> now, List<T> before, Function<T, String> key) {
        return Stream.concat(now.stream(), before.stream())
                .map(key)
                .distinct()
                .sorted()
                .map(each -> new Pair<>(each, with(now, key, each), with(before, key, each)))
                .toList();
    }

    private static <T> T with(List<T> lines, Function<T, String> key, String wanted) {
        return lines.stream()
                .filter(line -> key.apply(line).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param now null where only the other period has it
     */
    record Pair<T>(String key, T now, T before) {

        <V> V from(Function<T, V> part) {
            return now == null ? null : part.apply(now);
        }

        <V> V beforeFrom(Function<T, V> part) {
            return before == null ? null : part.apply(before);
        }
    }
}
