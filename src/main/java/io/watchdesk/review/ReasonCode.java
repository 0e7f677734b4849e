package io.watchdesk.review;

/** Why a reviewer did not approve; one of these goes with every request for changes and every rejection. */
public enum ReasonCode {
    FACTUAL_ERROR("A statement is wrong or cannot be proved"),
    BRAND_MISMATCH("Tone, claim or look does not fit the brand"),
    LEGAL_RISK("It may break a law or a contract"),
    PLATFORM_RULE("It breaks a rule of the platform"),
    RIGHTS_MISSING("A picture, font, piece of music or quotation is not cleared"),
    QUALITY("Language, structure or form is not good enough"),
    WRONG_TIMING("It does not fit the time or the situation"),
    TEXT_CHANGED("The text or what goes with it changed while it was reviewed"),
    NOT_STAFFED("Nobody who is allowed to review it is left"),
    OTHER("Another reason, explained in the text");

    private final String words;

    ReasonCode(String words) {
        this.words = words;
    }

    /** The sentence that forms show. */
    public String words() {
        return words;
    }
}
