package io.watchdesk.screening;

/** Reads past every disguise of a text. */
public interface Reader {

    /** What a reader makes of it: two texts with one reading are found in the same places. */
    String reading(String text);
}
