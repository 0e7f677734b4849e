package io.watchdesk.platform;

import java.util.Set;

/** What the current person may see of the desk, as {@code access/roles.yaml} says; asked anew for each request. */
public interface DeskRights {

    /** Whether the person may see this page, for example {@code pipeline}. */
    boolean maySee(String page);

    /** Whether the person may read this register, for example {@code words}; who owns it may. */
    boolean mayRead(String register);

    /** Whether the person may change this register. */
    boolean owns(String register);

    /** Whether the person may open this application of Camunda, for example {@code cockpit}. */
    boolean mayOpen(String application);

    /** The processes whose work and past the person may read without having a part in it. */
    Set<String> watched();

    /** Whether the person administers this installation and so may see everything. */
    boolean administrator();
}
