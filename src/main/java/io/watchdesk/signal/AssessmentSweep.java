package io.watchdesk.signal;

import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for stored signals without an assessment, also for those that a crash left. */
@Component
class AssessmentSweep implements Round.Maker {

    private final Assessments assessments;
    private final SignalSettings settings;

    AssessmentSweep(Assessments assessments, SignalSettings settings) {
        this.assessments = assessments;
        this.settings = settings;
    }

    @Override
    public List<Round> rounds() {
        return List.of(new Round("The sweep of signals", settings.sweepEvery(), assessments::sweep));
    }
}
