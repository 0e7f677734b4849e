package io.watchdesk.signal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has every stored signal assessed, once: at once where that works, else by the sweep, also after a crash. */
@Service
class Assessments {

    private static final Logger LOG = LoggerFactory.getLogger(Assessments.class);

    /** Whoever received a signal is still starting its assessment. */
    private static final Duration OWN_CHANCE = Duration.ofSeconds(5);

    private static final int AT_A_TIME = 100;
    private static final int WORTH_AN_ALARM = 5;

    private final SignalTable signals;
    private final Spikes spikes;
    private final SignalAssessment process;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Assessments(
            SignalTable signals,
            Spikes spikes,
            SignalAssessment process,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.signals = signals;
        this.spikes = spikes;
        this.process = process;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Starts the assessment of a stored signal unless it was started; what goes wrong is left to the sweep. */
    void begin(String id) {
        try {
            rate(id);
            ownTransaction.executeWithoutResult(status -> {
                Optional<Signal> waiting = signals.lockUnassessed(id);
                waiting.ifPresent(signal -> {
                    process.begin(signal);
                    signals.assessmentStarted(id, clock.instant());
                });
            });
        } catch (RuntimeException e) {
            failed(id, e);
        }
    }

    /** Starts what could not be started; the answer is how many were tried. */
    int sweep() {
        var left = signals.unassessed(clock.instant().minus(OWN_CHANCE), AT_A_TIME);
        left.forEach(this::begin);
        return left.size();
    }

    /** A surge only makes the facts better: without it the signal is assessed all the same. */
    private void rate(String id) {
        try {
            ownTransaction.executeWithoutResult(
                    status -> signals.lockUnassessed(id).ifPresent(spikes::note));
        } catch (RuntimeException e) {
            LOG.warn("Signal {}: whether it is part of a surge could not be found out.", id, e);
        }
    }

    private void failed(String id, RuntimeException cause) {
        try {
            Integer failures = ownTransaction.execute(status -> signals.assessmentFailed(id));
            if (failures != null && failures >= WORTH_AN_ALARM) {
                LOG.error("Signal {} is stored, but its assessment has failed to start {} times.", id, failures, cause);
            } else {
                LOG.warn(
                        "Signal {} is stored; its assessment could not be started and will be tried again: {}",
                        id,
                        CleanText.line(cause.getMessage(), 300));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Signal {} is stored; its assessment could not be started, and neither could that be noted.",
                    id,
                    e);
        }
    }
}
