package io.watchdesk.escalation;

import io.watchdesk.oncall.Contacts.Address;
import io.watchdesk.platform.Outcomes;
import java.time.Instant;
import java.util.List;

/**
 * A page as it stands.
 *
 * @param id for example {@code PG-7001}
 * @param round counts from 1 and grows whenever nobody was reached at all
 */
record Page(
        String id,
        String crisisId,
        int step,
        int tier,
        String person,
        Paging.Kind kind,
        List<String> nextPeople,
        Instant secondAddressAt,
        State state,
        int round) {

    /** How far it has come. */
    enum State {
        REQUESTED,
        SENDING,
        DELIVERED,
        /** Nobody was reached in the last round. */
        UNREACHED,
        NOT_NEEDED,
        /** Another page told the person about this one as well. */
        TOLD_WITH
    }

    /** Whether somebody else can stand in for the person who is paged. */
    boolean calls() {
        return kind != Paging.Kind.STILL_ON_IT && kind != Paging.Kind.HAND_OVER;
    }

    /** What the button in the page does. */
    Links.Purpose purpose() {
        return switch (kind) {
            case FIRST, REPEAT, RELEASED -> Links.Purpose.ACKNOWLEDGE;
            case STILL_ON_IT -> Links.Purpose.STILL_ON_IT;
            case HAND_OVER -> Links.Purpose.TAKE_OVER;
            case HELP -> Links.Purpose.HELP;
        };
    }

    /**
     * One try to reach one address.
     *
     * @param number counts the tries at this address in this round, from 1
     */
    record Attempt(String id, String pageId, int round, String person, Address address, int number, Result result) {

        boolean to(String candidate, Address way) {
            return person.equals(candidate) && address.equals(way);
        }
    }

    /** What became of a try. */
    enum Result {
        WAITING,
        DELIVERED,
        REFUSED,
        FAILED;

        String text() {
            return Outcomes.text(this);
        }
    }
}
