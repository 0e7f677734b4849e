package io.watchdesk.desk.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.desk.figures.ContentFigures.Decisions;
import io.watchdesk.desk.figures.ContentFigures.Posts;
import io.watchdesk.desk.figures.Figures.Bar;
import io.watchdesk.desk.figures.Figures.Report;
import io.watchdesk.desk.web.FigureTable.Chart;
import io.watchdesk.desk.web.FigureTable.Row;
import io.watchdesk.desk.web.FigureTable.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a report into the tables and charts of its page. */
@Component
class FigureTables {

    private static final String BAR = "bar";
    private static final String SECONDS = "seconds";

    private final Accounts accounts;
    private final MessageSource messages;

    FigureTables(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    List<FigureTable> of(Report report, Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        return List.of(
                days(report, words),
                accounts(report, words),
                groups(report, words),
                CrisisTables.times(report, words),
                CrisisTables.deadlines(report, words),
                CrisisTables.levels(report, words),
                CrisisTables.drills(report, words));
    }

    private static FigureTable days(Report report, FigureWords words) {
        List<Bar> bars = report.bars();
        boolean any = bars.stream().anyMatch(bar -> bar.posts() > 0);
        List<String> labels = bars.stream().map(FigureTables::days).toList();
        return table(
                words,
                "days",
                List.of("day", "posts"),
                any
                        ? bars.stream()
                                .map(bar -> new Row(days(bar), List.of(words.number(bar.posts()))))
                                .toList()
                        : List.of(),
                new Chart(
                        BAR,
                        "number",
                        labels,
                        List.of(new Series(
                                words.say("figures.posts"),
                                bars.stream().map(Bar::posts).toList()))));
    }

    private static String days(Bar bar) {
        return bar.from().equals(bar.to()) ? bar.from().toString() : bar.from() + " – " + bar.to();
    }

    private FigureTable accounts(Report report, FigureWords words) {
        List<Posts> now = report.content().accounts();
        List<Posts> before = report.contentBefore().accounts();
        List<String> ids = keys(now, before, Posts::account);
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(new Row(
                    account(id), posts(words, find(now, Posts::account, id), find(before, Posts::account, id))));
        }
        if (!rows.isEmpty()) {
            rows.add(new Row(
                    words.say("figures.all"),
                    posts(words, report.content().all(), report.contentBefore().all())));
        }
        return table(
                words,
                "accounts",
                List.of(
                        "account",
                        "posts",
                        "before",
                        "median",
                        "p90",
                        "medianBefore",
                        "late",
                        "lateBefore",
                        "reworked",
                        "reworkedBefore"),
                rows,
                compared(
                        words,
                        "number",
                        ids.stream().map(this::account).toList(),
                        ids.stream()
                                .map(id -> count(find(now, Posts::account, id)))
                                .toList(),
                        ids.stream()
                                .map(id -> count(find(before, Posts::account, id)))
                                .toList()));
    }

    private static Long count(Posts posts) {
        return posts == null ? 0L : posts.published().count();
    }

    private static List<String> posts(FigureWords words, Posts now, Posts before) {
        return List.of(
                words.number(count(now)),
                words.number(count(before)),
                words.median(now == null ? null : now.published()),
                words.most(now == null ? null : now.published()),
                words.median(before == null ? null : before.published()),
                words.percent(now == null ? null : now.late()),
                words.percent(before == null ? null : before.late()),
                words.percent(now == null ? null : now.reworked()),
                words.percent(before == null ? null : before.reworked()));
    }

    private static FigureTable groups(Report report, FigureWords words) {
        List<Decisions> now = report.content().groups();
        List<Decisions> before = report.contentBefore().groups();
        List<String> ids = keys(now, before, Decisions::group);
        List<String> labels =
                ids.stream().map(id -> words.sayOr("group." + id, id)).toList();
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            Decisions here = find(now, Decisions::group, id);
            Decisions there = find(before, Decisions::group, id);
            rows.add(new Row(
                    words.sayOr("group." + id, id),
                    List.of(
                            words.number(here == null ? 0 : here.decided().count()),
                            words.number(there == null ? 0 : there.decided().count()),
                            words.median(here == null ? null : here.decided()),
                            words.most(here == null ? null : here.decided()),
                            words.median(there == null ? null : there.decided()),
                            words.percent(here == null ? null : here.late()),
                            words.percent(there == null ? null : there.late()),
                            words.percent(here == null ? null : here.changes()),
                            words.percent(here == null ? null : here.rejected()))));
        }
        return table(
                words,
                "groups",
                List.of(
                        "group",
                        "decisions",
                        "before",
                        "median",
                        "p90",
                        "medianBefore",
                        "late",
                        "lateBefore",
                        "changes",
                        "rejected"),
                rows,
                compared(
                        words,
                        SECONDS,
                        labels,
                        ids.stream()
                                .map(id -> median(find(now, Decisions::group, id)))
                                .toList(),
                        ids.stream()
                                .map(id -> median(find(before, Decisions::group, id)))
                                .toList()));
    }

    private static Double median(Decisions decisions) {
        return decisions == null ? null : decisions.decided().median();
    }

    static FigureTable table(FigureWords words, String id, List<String> columns, List<Row> rows, Chart chart) {
        return new FigureTable(
                id,
                words.say("figures.table." + id),
                words.say("figures.hint." + id),
                columns.stream().map(column -> words.say("figures." + column)).toList(),
                rows,
                rows.isEmpty() ? null : chart);
    }

    static Chart compared(
            FigureWords words,
            String unit,
            List<String> labels,
            List<? extends Number> now,
            List<? extends Number> before) {
        return new Chart(
                BAR,
                unit,
                labels,
                List.of(
                        new Series(words.say("figures.thisPeriod"), now),
                        new Series(words.say("figures.before"), before)));
    }

    static <T> List<Double> values(List<T> of, Function<T, Double> value) {
        return of.stream().map(value).toList();
    }

    private static <T> List<String> keys(List<T> now, List<T> before, Function<T, String> key) {
        return Stream.concat(now.stream(), before.stream())
                .map(key)
                .distinct()
                .sorted()
                .toList();
    }

    private static <T> T find(List<T> lines, Function<T, String> key, String wanted) {
        return lines.stream()
                .filter(line -> key.apply(line).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private String account(String id) {
        return accounts.find(id).map(Account::name).orElse(id);
    }
}
