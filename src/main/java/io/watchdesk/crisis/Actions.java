package io.watchdesk.crisis;

import java.time.LocalDate;
import java.util.List;

/** The actions that retrospectives and drills agreed on; each is followed up by the process {@code crisis-action}. */
public interface Actions {

    /**
     * Writes actions down. Their processes start with {@link #follow}.
     *
     * @throws io.watchdesk.platform.Refused naming the first that has no text, no known owner or no date ahead
     */
    List<Action> agree(String crisisId, Action.Origin origin, List<Agreement> agreements);

    /** Checks what {@link #agree} would refuse, without writing anything. */
    void check(List<Agreement> agreements);

    /** Starts the process of every action of the crisis that has none yet. */
    void follow(String crisisId);

    /** The action; refuses when there is none. */
    Action get(String id);

    /** The actions of a crisis, oldest first. */
    List<Action> ofCrisis(String crisisId);

    /** Its owner did it. Refuses without evidence. */
    Action done(String id, String evidence);

    /** Somebody else does it from now on. Refuses without a reason, and when nobody knows the new owner. */
    Action handOver(String id, String newOwner, String reason);

    /** It is not done. Only for managers, with a reason. */
    Action drop(String id, String reason);

    /** Reminds its owner; {@code taskId} is the open task. */
    void remind(String id, String taskId, String taskName);

    /** Tells managers that it is late. */
    void escalate(String id, String taskId, String taskName);

    /**
     * @param owner a person's id
     * @param dueOn the last day on which it is in time, in the zone of the crisis's first account
     */
    record Agreement(String title, String owner, LocalDate dueOn) {}
}
