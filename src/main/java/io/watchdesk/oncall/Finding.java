package io.watchdesk.oncall;

import io.watchdesk.platform.Said;
import java.time.Instant;

/**
 * What the coverage check found, once for as long as it lasts.
 *
 * @param id for example {@code CV-1001}
 * @param person who cannot be reached, or null when it is a gap
 * @param from when the gap begins, or the person's next shift
 * @param until when it ends as far as the check looks
 * @param openEnded whether it goes on beyond the days that the check looks at
 * @param detail a sentence
 * @param owner who is asked to mend it, or null: then the managers are
 * @param reason why it was accepted, or null
 */
public record Finding(
        String id,
        String rota,
        Kind kind,
        String person,
        Instant from,
        Instant until,
        boolean openEnded,
        @Said String detail,
        String owner,
        State state,
        String reason) {

    /** What is wrong. */
    public enum Kind {
        /** Nobody is on call. */
        GAP,
        /** Somebody with an upcoming shift cannot be reached. */
        UNREACHABLE
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        MENDED,
        /** The owner lives with it until its end. */
        ACCEPTED
    }

    Finding with(Instant begins, Instant ends, boolean open, String words) {
        return new Finding(id, rota, kind, person, begins, ends, open, words, owner, state, reason);
    }
}
