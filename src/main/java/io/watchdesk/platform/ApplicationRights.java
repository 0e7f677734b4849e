package io.watchdesk.platform;

import java.util.function.Supplier;

/**
 * Lets our own code do in the engine what the signed-in person may not do by hand: correlate a message, start a process
 * with variables, read across groups. The person stays the actor. Check the person's right first; everything inside is one
 * engine transaction.
 */
public interface ApplicationRights {

    /** Runs the work with the rights of the application, in the name of the current person. */
    <T> T call(Supplier<T> work);

    /** Like {@link #call} for work without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
