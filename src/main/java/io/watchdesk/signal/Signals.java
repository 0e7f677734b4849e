package io.watchdesk.signal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every signal ever received. */
public interface Signals {

    /** The name under which an account that we do not know stands among a signal's facts. */
    String UNKNOWN_ACCOUNT = "unknownAccount";

    /**
     * Stores a signal and has it assessed by the process {@code signal-assessment}. What is stored stays stored, whatever
     * happens next. The same source and event id again changes nothing.
     */
    Receipt receive(NewSignal signal);

    /** Whether what came again under the id of this signal says something else; that is audited, and the first one stands. */
    boolean contradicts(String id, NewSignal again);

    /**
     * The signal with this id.
     *
     * @throws io.watchdesk.platform.Refused when there is none
     */
    Signal get(String id);

    /** The id of the signal of this event, if it was ever received. */
    Optional<String> find(String source, String eventId);

    /**
     * Notes that the sender says it is over; the assessment or the crisis goes on until people end it.
     *
     * @return the signal's id; empty when it was never received
     */
    Optional<String> resolve(String source, String eventId, Instant at);

    /** Notes what became of a signal; {@code crisisId} may be null. */
    void moveTo(String id, Signal.State state, String crisisId);

    /** The signals of a crisis, oldest first. */
    List<Signal> ofCrisis(String crisisId);

    /**
     * @param eventId never null; who has none makes one that is the same for the same thing
     * @param occurredAt null means now
     */
    record NewSignal(
            String source,
            String eventId,
            String account,
            String topic,
            String title,
            String text,
            String link,
            Map<String, String> facts,
            Instant occurredAt) {}

    /**
     * @param known whether it had been received before
     */
    record Receipt(String signalId, boolean known) {}
}
