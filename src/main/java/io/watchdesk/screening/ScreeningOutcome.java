package io.watchdesk.screening;

/** What a process routes on after screening; only {@code BLOCKED} keeps a version from people who review it. */
public enum ScreeningOutcome {
    CLEAR,
    FINDINGS,
    BLOCKED;

    /** The outcome of a report. */
    public static ScreeningOutcome of(Screenings.Report report) {
        if (report.blocked()) {
            return BLOCKED;
        }
        return report.findings().isEmpty() ? CLEAR : FINDINGS;
    }
}
