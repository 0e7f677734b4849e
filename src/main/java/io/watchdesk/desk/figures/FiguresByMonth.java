package io.watchdesk.desk.figures;

import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Progress;
import io.watchdesk.work.WorkKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** The figures of many months as one file, counted month by month in the background. */
@Component
public class FiguresByMonth implements WorkKind {

    private static final String KIND = "figures-by-month";
    private static final String PAGE = "figures";

    /** Ten years; nothing is kept much longer. */
    private static final int MOST_MONTHS = 120;

    private final Figures figures;
    private final FigureLines lines;
    private final LongWork work;
    private final DeskRights rights;

    FiguresByMonth(Figures figures, FigureLines lines, LongWork work, DeskRights rights) {
        this.figures = figures;
        this.lines = lines;
        this.work = work;
        this.rights = rights;
    }

    /**
     * Begins to count the calendar months from the one to the other, both included.
     *
     * @return the id of the long work
     * @throws Refused when the last month is before the first, or there are too many
     */
    public String begin(YearMonth first, YearMonth last) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw new Refused("Choose at least one month and at most %d.".formatted(MOST_MONTHS));
        }
        return work.begin(
                KIND,
                "%s – %s".formatted(first, last),
                LongStream.range(0, months)
                        .mapToObj(first::plusMonths)
                        .map(month -> new Step(month.toString(), month.toString()))
                        .toList());
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public String fileHead() {
        return FigureLines.head();
    }

    @Override
    public Done carryOut(Step step, Progress progress) {
        if (!rights.maySee(PAGE)) {
            throw new Refused("Your role does not have this page of the desk.");
        }
        YearMonth month = YearMonth.parse(step.detail());
        LocalDate first = month.atDay(1);
        return new Done(null, lines.rows(figures.alone(new Period(first, month.atEndOfMonth(), figures.zone()))));
    }
}
