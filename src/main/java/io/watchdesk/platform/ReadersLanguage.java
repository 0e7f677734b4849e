package io.watchdesk.platform;

/** Says what the rules refuse in the language of the person whose request is served. */
public interface ReadersLanguage {

    /** The sentence; what people typed stands in it as they typed it, and one that is not known stays English. */
    String sentence(String english);

    /**
     * Answers the request that is served in the language that this person chose, whatever its browser asks for: for a page
     * that belongs to one person without a sign-in. Where they have not chosen, the browser's language stays.
     */
    void isOf(String person);
}
