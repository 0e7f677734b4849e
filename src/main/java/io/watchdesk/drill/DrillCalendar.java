package io.watchdesk.drill;

import io.watchdesk.crisis.Level;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The decision table {@code drill-calendar} and the rota of the drills: which drill today, and who leads it. */
@Component
class DrillCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(DrillCalendar.class);
    private static final String TABLE = "drill-calendar";
    private static final String DRILL = "drill";
    private static final String ANNOUNCED = "announced";
    private static final int DAYS_OF_A_WEEK = 7;

    private final Decisions decisions;
    private final OnCall onCall;
    private final DrillSettings settings;
    private final Clock clock;

    DrillCalendar(Decisions decisions, OnCall onCall, DrillSettings settings, Clock clock) {
        this.decisions = decisions;
        this.onCall = onCall;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Drills.Plan> today() {
        Map<String, Object> row = row();
        if (settings.rota().isBlank() || !DRILL.equals(row.get("drillPlan"))) {
            return Optional.empty();
        }
        Optional<Drills.Plan> plan = onCall.at(settings.rota(), clock.instant()).stream()
                .findFirst()
                .map(duty -> new Drills.Plan(
                        (String) row.get("scenario"),
                        Outcomes.parse(Level.class, (String) row.get("drillLevel")),
                        ANNOUNCED.equals(row.get("announcement")),
                        List.of(),
                        duty.person()));
        if (plan.isEmpty()) {
            LOG.warn("The calendar asks for a drill, but nobody is on call on the rota {}.", settings.rota());
        }
        return plan;
    }

    private Map<String, Object> row() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int week = (today.getDayOfMonth() - 1) / DAYS_OF_A_WEEK + 1;
        return decisions
                .evaluate(TABLE, Map.of("month", today.getMonthValue(), "weekOfMonth", week))
                .get(0);
    }
}
