package io.watchdesk.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.watchdesk.platform.Flaw;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Longest credit of a right, in characters (Unicode code points). */
    public static final int LONGEST_CREDIT = 300;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

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
     * @param territories ISO 3166 codes of the countries it is licensed for, empty for everywhere
     * @param credit the words that the licence wants named with the post, empty for none
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
            String proof,
            // Left out where nothing is said, so that what was approved before there were such fields keeps its hash.
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> territories,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String credit) {

        private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

        public Rights {
            territories = territories == null
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(territories.stream()
                            .filter(Objects::nonNull)
                            .map(code -> code.strip().toUpperCase(Locale.ROOT))
                            .filter(code -> !code.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new)));
            credit = credit == null ? "" : credit.strip();
        }

        /** What stands against the record, by the part of it. */
        public List<Flaw> flaws() {
            List<Flaw> flaws = new ArrayList<>();
            territories.stream()
                    .filter(code -> !COUNTRIES.contains(code))
                    .forEach(code -> flaws.add(
                            new Flaw("territories", "\"%s\" is no ISO 3166 country code such as CN.".formatted(code))));
            int length = credit.codePointCount(0, credit.length());
            if (length > LONGEST_CREDIT) {
                flaws.add(new Flaw(
                        "credit",
                        "This has %d characters; %d are allowed. Shorten it by %d."
                                .formatted(length, LONGEST_CREDIT, length - LONGEST_CREDIT)));
            }
            if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
                flaws.add(
                        new Flaw("to", "The right ends on %s, before it begins on %s.".formatted(validTo, validFrom)));
            }
            return flaws;
        }

        /** Whether the right covers the country of an account. */
        public boolean coversCountry(String country) {
            return territories.isEmpty() || territories.contains(country);
        }

        /** Whether one of these texts names the credit, whatever its letter case, width and spaces; so does any where none is asked. */
        public boolean creditedIn(String... texts) {
            String wanted = folded(credit);
            return wanted.isEmpty()
                    || Stream.of(texts).anyMatch(text -> folded(text).contains(wanted));
        }

        private static String folded(String text) {
            String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
            return SPACE.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        }

        /** Whether the right covers this day. */
        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }

        /**
         * Whether the right covers where a post goes; without channels it covers everything.
         *
         * @param names what a register may call it: the platform, the account's id, the account's name
         */
        public boolean covers(String... names) {
            return channels == null
                    || channels.isEmpty()
                    || channels.stream()
                            .map(String::strip)
                            .anyMatch(channel -> Stream.of(names).anyMatch(channel::equalsIgnoreCase));
        }
    }
}
