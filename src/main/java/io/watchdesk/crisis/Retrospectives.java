package io.watchdesk.crisis;

import java.time.Instant;
import java.util.List;

/** What people learn from a crisis: written down once, complete, with actions that are followed up. */
public interface Retrospectives {

    /**
     * Sets when the retrospective is due: by the clock {@code RETROSPECTIVE} of the crisis's level, counted from now.
     * Planning it again changes nothing.
     */
    Retrospective plan(String crisisId);

    /** The retrospective as it stands; refuses when none was planned. */
    Retrospective of(String crisisId);

    /** Saves what has been written so far; refuses once it was held. */
    Retrospective save(String crisisId, Text text);

    /**
     * Makes it the record: its actions are agreed on, and nobody changes it any more.
     *
     * @throws io.watchdesk.platform.Refused naming what is missing
     */
    Retrospective hold(String crisisId);

    /** Reminds the groups that hold it. */
    void remind(String crisisId, List<String> groups, String taskId, String taskName);

    /** Tells managers that it is late. */
    void escalate(String crisisId, String taskId, String taskName);

    /**
     * @param noActionReason why nothing has to be done; needed when there is no action
     */
    record Text(
            String causes,
            String wentWell,
            String shortcomings,
            List<Actions.Agreement> actions,
            String noActionReason) {

        public Text {
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /**
     * @param heldAt null while it is being written
     */
    record Retrospective(String crisisId, Instant plannedAt, Instant dueAt, Text text, String heldBy, Instant heldAt) {}
}
