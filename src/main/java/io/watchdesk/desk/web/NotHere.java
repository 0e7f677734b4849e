package io.watchdesk.desk.web;

/** There is nothing at this address; the sentence says what was looked for. */
public class NotHere extends RuntimeException {

    /** @param sentence a complete sentence for the person who asked, or null where the heading says enough */
    public NotHere(String sentence) {
        super(sentence);
    }
}
