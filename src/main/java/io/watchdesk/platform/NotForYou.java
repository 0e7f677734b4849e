package io.watchdesk.platform;

/**
 * The signed-in person's role does not have what was asked for; answered with status 403. Not for single objects: whether
 * one exists is nobody's to learn who may not see it.
 */
public class NotForYou extends RuntimeException {

    /** @param sentence one complete sentence for that person */
    public NotForYou(String sentence) {
        super(sentence);
    }
}
