package io.watchdesk.publishing;

import java.util.Optional;

/** Which pieces speak in a crisis; answered by the room that lets them speak. */
public interface CrisisVoices {

    /** The voice of a piece, or empty for everyday content. */
    Optional<Voice> of(String pieceId);

    /**
     * @param crisisId the crisis it speaks for; holds that this crisis placed do not stop it, all others do
     * @param drill whether nothing of it may ever leave the house
     */
    record Voice(String crisisId, boolean drill) {}
}
