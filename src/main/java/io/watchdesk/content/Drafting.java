package io.watchdesk.content;

import java.time.Instant;

/** Writing: from a brief to a submitted version. Every method acts for the person who is signed in. */
public interface Drafting {

    /** Opens a piece for a complete brief; refuses with every problem of the brief at once. */
    Piece open(Brief brief);

    /** The working copy of a piece. */
    Draft draft(String pieceId);

    /**
     * Saves the working copy, however unfinished; refuses what could never be stored or sent (too long, unknown account or
     * asset, characters that no database keeps) and a save that would overwrite somebody else's newer one.
     */
    Draft save(String pieceId, Draft.Text text);

    /** Freezes the working copy as the next version; refuses with every problem of the text at once. */
    Version submit(String pieceId);

    /** When the draft should be submitted: before the wished time by the review lead, or after the usual time for writing. */
    Instant draftDue(Piece piece);
}
