package io.watchdesk.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Screening reports: what machines found in which version, with which lists. */
public interface Screenings {

    /** Screens a submitted version with the lists of now and keeps the report. */
    Report screen(String pieceId, int version);

    /** The newest report on a version. */
    Optional<Report> latest(String pieceId, int version);

    /** The version of the word and link lists in force. */
    String listVersion();

    /** @param findings in the order of their place */
    record Report(String pieceId, int version, String listVersion, Instant screenedAt, List<Finding> findings) {

        /** Whether any finding blocks. */
        public boolean blocked() {
            return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.BLOCK);
        }
    }
}
