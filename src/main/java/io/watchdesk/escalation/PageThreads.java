package io.watchdesk.escalation;

import io.watchdesk.oncall.Contacts;

/**
 * Threads in which pages leave the house. They are not the engine's, so that a mail server that hangs takes no thread from
 * the ladder; each way has its own, so that it takes none from the other way either.
 */
public interface PageThreads {

    /** Runs this soon. */
    void run(Contacts.Kind way, Runnable sending);
}
