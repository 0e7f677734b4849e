package io.watchdesk.publishing;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import io.watchdesk.screening.WordListActivated;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Progress;
import io.watchdesk.work.WorkKind;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Screens again what waits for its slot as soon as another word list is in force, so that people hear of a blocked text now and
 * not at its slot. The claim at the slot asks again in any case.
 */
@Component
class Rescreening implements WorkKind {

    private static final String KIND = "rescreening";

    private final PublicationPlan plan;
    private final Screenings screenings;
    private final LongWork work;

    Rescreening(PublicationPlan plan, Screenings screenings, LongWork work) {
        this.plan = plan;
        this.screenings = screenings;
        this.work = work;
    }

    /** In the transaction that puts the list in force. */
    @EventListener
    void activated(WordListActivated list) {
        List<Step> steps = plan.waiting().stream()
                .map(waiting -> new Step(waiting.pieceId(), String.valueOf(waiting.revision())))
                .toList();
        if (!steps.isEmpty()) {
            work.begin(KIND, list.version(), steps);
        }
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public Done carryOut(Step step, Progress progress) {
        Screenings.Report report = screenings.screen(step.subject(), Integer.parseInt(step.detail()));
        return report.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCK)
                .findFirst()
                .map(finding -> Done.with("\"%s\" is blocked since the lists changed to %s: %s"
                        .formatted(finding.excerpt(), report.listVersion(), finding.reason())))
                .orElse(Done.QUIETLY);
    }
}
