package io.watchdesk.platform.web;

/** What the server says to a person, in the language of the person whose request is served. */
final class Spoken {

    private static final ChineseSentences CHINESE = new ChineseSentences();
    private static final ChineseNames NAMES = new ChineseNames();

    private Spoken() {}

    /** A sentence of ours; what people typed stands in it as they typed it. */
    static String sentence(String english) {
        return english != null && RequestLanguage.isChinese() ? CHINESE.of(english) : english;
    }

    /** The Chinese names of processes, tasks and lists. */
    static ChineseNames names() {
        return NAMES;
    }
}
