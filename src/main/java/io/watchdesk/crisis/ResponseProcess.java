package io.watchdesk.crisis;

import io.watchdesk.crisis.CrisisRoles.Offer;
import io.watchdesk.crisis.CrisisRoles.Role;

/** The running response of a crisis, told what happened in the transaction in which it happened. */
public interface ResponseProcess {

    /** Starts it. */
    void declared(Crisis crisis);

    /** A further signal belongs to it. */
    void signalJoined(Crisis crisis);

    /** Its level is another one: every clock of every process of the crisis is set anew. */
    void levelChanged(Crisis crisis);

    /** The matter became public, or its scope grew. */
    void demandsChanged(Crisis crisis);

    /** Somebody has it now. */
    void acknowledged(Crisis crisis);

    /** Nobody has it any more. */
    void released(Crisis crisis);

    /** It was none, or it was a drill that must make way: everything stops. */
    void stopped(Crisis crisis);

    /** Somebody wishes to lower the level; the commander decides. */
    void downgradeAsked(Crisis crisis);

    /** Somebody shall take a role over, and decides about it. */
    void handoverOffered(Crisis crisis, Offer offer);

    /** Somebody has a role now. */
    void roleAssigned(Crisis crisis, Role role, String person);
}
