package io.watchdesk.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A picture, font, piece of music or video that content uses, with its rights record (catalogue 66-69).
 *
 * @param bytes size of the file in bytes
 * @param sha256 lower-case hex over the file
 * @param rights may be null: that is a finding of the screening
 */
public record Asset(
        String id,
        Kind kind,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        Rights rights,
        String uploadedBy,
        Instant uploadedAt) {

    /** What kind of work it is. */
    public enum Kind {
        IMAGE,
        FONT,
        MUSIC,
        VIDEO
    }

    /**
     * The right to use it.
     *
     * @param scope what the licence allows, in words
     * @param channels platforms it is licensed for, empty for all
     * @param validFrom first day, or null for no beginning
     * @param validTo last day, or null for no end
     * @param proof where the licence is kept: a link or a file reference
     */
    public record Rights(
            String source,
            String holder,
            String licence,
            String scope,
            Set<String> channels,
            LocalDate validFrom,
            LocalDate validTo,
            String proof) {

        /** Whether the right covers this day. */
        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }
}
