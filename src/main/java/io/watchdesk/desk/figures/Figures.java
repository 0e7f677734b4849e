package io.watchdesk.desk.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of managers: how the content line and the crisis line did in a period, beside another one. */
@Component
@Transactional(readOnly = true)
public class Figures {

    /** More bars than this cannot be told apart; then each stands for a week, in periods of a year for four. */
    private static final int MOST_BARS = 62;

    private static final List<Integer> BAR_DAYS = List.of(1, 7, 28);

    private final ContentCounts content;
    private final CrisisCounts crises;
    private final DrillCounts drills;
    private final FiguresSettings settings;
    private final Clock clock;

    Figures(ContentCounts content, CrisisCounts crises, DrillCounts drills, FiguresSettings settings, Clock clock) {
        this.content = content;
        this.crises = crises;
        this.drills = drills;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose days are counted. */
    public ZoneId zone() {
        return settings.zone();
    }

    /** The day on which this is asked, in the zone of the figures. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Both periods. */
    public Report of(Period period, Period compared) {
        PostTally posts = content.posts(period);
        return new Report(
                period,
                compared,
                content.of(period, posts),
                content.of(compared, content.posts(compared)),
                bars(period, posts.quarters()),
                crises.of(period),
                crises.of(compared),
                drills.of(period),
                drills.of(compared));
    }

    /** One period beside itself, counted once. */
    Report alone(Period period) {
        ContentFigures line = content.of(period, content.posts(period));
        CrisisTimes times = crises.of(period);
        List<DrillLine> held = drills.of(period);
        return new Report(period, period, line, line, List.of(), times, times, held, held);
    }

    private List<Bar> bars(Period period, Map<Long, Long> quarters) {
        int days = BAR_DAYS.stream()
                .filter(each -> period.days() <= MOST_BARS * each)
                .findFirst()
                .orElseThrow();
        List<Bar> bars = new ArrayList<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(days)) {
            LocalDate last = day.plusDays(days - 1L);
            Period part = new Period(day, last.isAfter(period.to()) ? period.to() : last, period.zone());
            bars.add(new Bar(part.from(), part.to(), posts(quarters, part.start(), part.end())));
        }
        return bars;
    }

    private static long posts(Map<Long, Long> quarters, Instant from, Instant to) {
        return quarters.entrySet().stream()
                .filter(each -> each.getKey() >= from.getEpochSecond() && each.getKey() < to.getEpochSecond())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * @param bars posts of the period by day, week or four weeks
     * @param drills newest first
     */
    public record Report(
            Period period,
            Period compared,
            ContentFigures content,
            ContentFigures contentBefore,
            List<Bar> bars,
            CrisisTimes crises,
            CrisisTimes crisesBefore,
            List<DrillLine> drills,
            List<DrillLine> drillsBefore) {}

    /** How many posts went out from this day to that. */
    public record Bar(LocalDate from, LocalDate to, long posts) {}
}
