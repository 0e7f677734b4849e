package io.watchdesk.work;

/**
 * One step of long work and how it ended.
 *
 * @param number its place, from 1
 * @param subject what it is about
 * @param sentence what was said about it, or null
 * @param place the address of what it is about, or null
 */
public record Line(int number, String subject, State state, String sentence, String place) {

    /** How a step ended. */
    public enum State {
        /** It has not come to it yet. */
        OPEN,
        DONE,
        REFUSED
    }
}
