package io.watchdesk.platform;

/**
 * Keeps secrets unreadable in the database: AES-256-GCM with a key that is never there. What was sealed for one place opens
 * in no other, so nobody can move it.
 */
public interface Seal {

    /**
     * @param place where it will stand, as {@link SealedColumn#place} says
     * @param text null stays null
     */
    String seal(String place, String text);

    /**
     * The text again; what was stored before sealing came is answered as it is.
     *
     * @throws IllegalStateException if the key is missing, or somebody has changed or moved the value
     */
    String open(String place, String sealed);
}
