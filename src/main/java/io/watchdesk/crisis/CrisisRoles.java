package io.watchdesk.crisis;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who has which part in a crisis, and how it passes from one to the next. */
public interface CrisisRoles {

    /** Who has the role now. */
    Optional<String> holder(String crisisId, Role role);

    /** Gives a role to somebody at once; who had it is released. What is the same changes nothing. */
    void assign(String crisisId, Role role, String person);

    /**
     * Asks somebody to take a role over. Until that person accepts, the role stays where it is.
     *
     * @throws io.watchdesk.platform.Refused when the current person may not give this role, or the other is unknown
     */
    Offer offer(String crisisId, Role role, String taker, String note);

    /**
     * The taker's answer; accepting releases who had the role before.
     *
     * @throws io.watchdesk.platform.Refused when somebody else answers, or it was answered already
     */
    void answer(long offerId, boolean accepted);

    /** The offer with this number. */
    Offer offer(long offerId);

    /** Everybody who has or had a role, oldest first. */
    List<Held> of(String crisisId);

    /** Parts in a crisis. */
    enum Role {
        COMMANDER(CrisisRights.COMMAND),
        DEPUTY(null),
        SCRIBE(null),
        MARKET("cc-market"),
        PR("cc-pr"),
        TECHNOLOGY("cc-tech"),
        LEGAL("cc-legal");

        private final String group;

        Role(String group) {
            this.group = group;
        }

        /** The function of the command centre that this group fills; empty when it fills none. */
        public static Optional<Role> ofGroup(String group) {
            return Arrays.stream(values())
                    .filter(role -> group.equals(role.group))
                    .findFirst();
        }
    }

    /**
     * One person's time in a role.
     *
     * @param until null while it lasts
     */
    record Held(Role role, String person, Instant since, Instant until) {}

    /**
     * A hand-over.
     *
     * @param giver who had the role when it was offered, or null
     * @param accepted null while it is unanswered
     */
    record Offer(long id, String crisisId, Role role, String giver, String taker, String note, Boolean accepted) {}
}
