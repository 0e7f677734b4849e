package io.watchdesk.escalation;

import java.util.Optional;

/** The open tasks of a crisis. */
public interface CrisisTasks {

    /** The id of the task of this crisis that this person should open first, or empty. */
    Optional<String> firstFor(String crisisId, String person);
}
