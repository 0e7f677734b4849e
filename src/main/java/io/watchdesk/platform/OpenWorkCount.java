package io.watchdesk.platform;

/** Says whether open tasks have changed, without a person and without telling which. */
public interface OpenWorkCount {

    /** Differs when a task was made, done, claimed, given back or got another date. */
    String fingerprint();
}
