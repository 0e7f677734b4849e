package io.watchdesk.screening.text;

/** What a character of a text is to somebody who reads past a disguise. */
enum Kind {
    /** A Chinese character. */
    HAN(true),
    /** A Chinese numeral; folded to its digit. */
    NUMERAL(true),
    /** A letter a to z, whatever it was drawn with. */
    LATIN(true),
    /** A digit, whatever it was drawn with. */
    DIGIT(true),
    /** A letter of another script. */
    LETTER(true),
    /** Not seen at all: zero-width, variation selectors, combining marks. */
    HIDDEN(false),
    SPACE(false),
    /** Symbols, emoji and punctuation that rarely end a thought. */
    MARK(false),
    /** Punctuation and line ends that part one thought from the next. */
    STOP(false);

    private final boolean kept;

    Kind(boolean kept) {
        this.kept = kept;
    }

    /** Whether it stands in the folded text; the others only leave a gap there. */
    boolean kept() {
        return kept;
    }
}
