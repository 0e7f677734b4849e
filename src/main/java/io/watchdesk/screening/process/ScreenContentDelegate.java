package io.watchdesk.screening.process;

import io.watchdesk.screening.ScreeningOutcome;
import io.watchdesk.screening.Screenings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Screen content": lets the machines look at the submitted version before any person reads it. */
@Component
class ScreenContentDelegate implements JavaDelegate {

    private final Screenings screenings;

    ScreenContentDelegate(Screenings screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Screenings.Report report = screenings.screen(
                ScreeningVariables.PIECE_ID.require(execution), ScreeningVariables.CONTENT_VERSION.require(execution));
        ScreeningVariables.SCREENING_OUTCOME.set(execution, ScreeningOutcome.of(report));
    }
}
