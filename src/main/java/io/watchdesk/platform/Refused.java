package io.watchdesk.platform;

/**
 * What a person asked for cannot be done. The message is a sentence for that person: who or what, what is wrong, and how
 * to mend it; it is shown in Tasklist and answered with status 400 by the REST API. Throwing it rolls the transaction
 * back, so the task stays open and nothing is half done.
 */
public class Refused extends RuntimeException {

    /** @param sentence one or more complete sentences; never a class name, never a stack trace */
    public Refused(String sentence) {
        super(sentence);
    }
}
