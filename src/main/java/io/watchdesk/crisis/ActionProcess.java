package io.watchdesk.crisis;

/** Starts what follows an action up. */
public interface ActionProcess {

    /** Starts it in the caller's transaction. */
    void start(Action action, Crisis crisis);
}
