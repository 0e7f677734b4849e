package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Deadlines.Mark;
import io.watchdesk.platform.Outcomes;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Where timers and due dates of the crisis line get their date: {@code ${crisisClocks.at(execution, 'triage')}}, or with
 * {@code 'warning'} or {@code 'lastWarning'} as a third word. The clock is a {@link Deadline} as lower-camel text. It is
 * asked again when the crisis is rated anew.
 */
@Component
public class CrisisClocks {

    private final Deadlines deadlines;

    CrisisClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** When the thing is due, perhaps in the past. */
    public Date at(VariableScope scope, String clock) {
        return at(scope, clock, Outcomes.text(Mark.DUE));
    }

    /**
     * When this part of the time is used up, perhaps in the past.
     *
     * @throws IllegalStateException when the level does not demand it; a model asks before it starts such a clock
     */
    public Date at(VariableScope scope, String clock, String mark) {
        String crisisId = CrisisResponseModel.CRISIS_ID.require(scope);
        return find(crisisId, clock, mark)
                .map(Date::from)
                .orElseThrow(() -> new IllegalStateException(
                        "The clock \"%s\" does not run at the level of %s; the model must not start it."
                                .formatted(clock, crisisId)));
    }

    /** The same for a crisis whose level may not demand it any more. */
    Optional<Instant> find(String crisisId, String clock, String mark) {
        return deadlines.at(crisisId, Outcomes.parse(Deadline.class, clock), Outcomes.parse(Mark.class, mark));
    }
}
