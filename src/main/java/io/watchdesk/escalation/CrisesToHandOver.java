package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.oncall.ShiftTakenOver;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the tiers that a crisis has reached hand it over when their hands change, and notes that in its time line. */
@Component
class CrisesToHandOver implements OpenMatters {

    private final Crises crises;
    private final Ladder ladder;
    private final LadderTable table;
    private final Timeline timeline;
    private final People people;
    private final String tasklist;

    CrisesToHandOver(
            Crises crises,
            Ladder ladder,
            LadderTable table,
            Timeline timeline,
            People people,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.crises = crises;
        this.ladder = ladder;
        this.table = table;
        this.timeline = timeline;
        this.people = people;
        this.tasklist = baseUrl.replaceAll("/+$", "") + "/camunda/app/tasklist/default/";
    }

    @Override
    public List<Matter> open() {
        return crises.open().stream().flatMap(this::ofEachTier).toList();
    }

    @EventListener
    void taken(ShiftTakenOver event) {
        Handover handover = event.handover();
        List<String> open = crises.open().stream().map(Crisis::id).toList();
        handover.matters().stream()
                .map(Matter::id)
                .filter(open::contains)
                .forEach(id -> timeline.record(
                        id,
                        "escalation.shiftTakenOver",
                        "%s has come on call on %s and took over.%s"
                                .formatted(
                                        people.displayName(handover.takenBy()),
                                        handover.rota(),
                                        handover.note() == null ? "" : " Handed over: " + handover.note())));
    }

    private Stream<Matter> ofEachTier(Crisis crisis) {
        int reached = ladder.of(crisis.id()).tier();
        return table.of(crisis.level()).stream()
                .filter(tier -> tier.number() <= Math.max(1, reached))
                .map(Tier::rota)
                .filter(Objects::nonNull)
                .map(rota -> new Matter(crisis.id(), crisis.title(), rota, tasklist));
    }
}
