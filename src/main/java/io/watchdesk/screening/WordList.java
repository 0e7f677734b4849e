package io.watchdesk.screening;

import java.util.List;

/**
 * One version of the lists that screening goes by.
 *
 * @param version for example {@code L-3}; unchangeable once in force
 */
public record WordList(String version, Entries entries) {

    /** The content of a list version. */
    public record Entries(List<Word> words, List<Allowed> allowed, List<Host> hosts) {

        public Entries {
            words = List.copyOf(words);
            allowed = List.copyOf(allowed);
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A word or phrase to be found.
     *
     * @param category what kind of trouble it stands for, for example {@code absolute claim}
     * @param reason a sentence for people: why it is on the list and what to write instead
     */
    public record Word(String term, Finding.Severity severity, String category, String reason) {}

    /** A longer harmless phrase inside which listed words are not reported. */
    public record Allowed(String phrase, String reason) {}

    /** A host that links may, should not or must not lead to; holds for its sub-domains too. */
    public record Host(String host, Verdict verdict, String reason) {}

    /** What a link to a host means. */
    public enum Verdict {
        ALLOW,
        WARNING,
        BLOCK
    }
}
