package io.watchdesk.architecture;

/** One rule about models, decisions or forms. */
@FunctionalInterface
interface ModelRule {

    void check(Models models, Report report);
}
