package io.watchdesk.platform;

/** This machine among the nodes of one installation. */
public interface ThisNode {

    /** The setting {@code watchdesk.node.name}, else the host's name. */
    String name();
}
