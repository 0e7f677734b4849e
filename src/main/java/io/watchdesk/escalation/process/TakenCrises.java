package io.watchdesk.escalation.process;

import io.watchdesk.escalation.Acknowledgements;
import io.watchdesk.platform.TooLate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who comes second to a task of the ladder who was first and when. */
@Component
class TakenCrises implements TooLate {

    private final Acknowledgements acknowledgements;

    TakenCrises(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public Optional<String> sentence(String element, String businessKey) {
        return CrisisEscalationModel.tierOf(element) == 0 || businessKey == null
                ? Optional.empty()
                : acknowledgements.firstWas(businessKey);
    }
}
