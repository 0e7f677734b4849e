package io.watchdesk.platform.web;

/** What the server says to a person, in the language of the person whose request is served. */
final class Spoken {

    private static final ChineseSentences CHINESE = new ChineseSentences();
    private static final ChineseNames NAMES = new ChineseNames();

    private static final ChineseTables TABLES = new ChineseTables();

    private Spoken() {}

    /** The Chinese headings and annotations of decision tables. */
    static ChineseTables tables() {
        return TABLES;
    }

    /** A sentence of ours; what people typed stands in it as they typed it. */
    static String sentence(String english) {
        return english != null && RequestLanguage.isChinese() ? CHINESE.of(english) : english;
    }

    /** The same where a person may have typed it. */
    static String perhaps(String english) {
        return english != null && RequestLanguage.isChinese() ? CHINESE.perhaps(english) : english;
    }

    /** A word of ours, such as a level or the name of a step. */
    static String word(String english) {
        return english != null && RequestLanguage.isChinese() ? CHINESE.word(english) : english;
    }

    /** Sentences and words of ours in Chinese, whoever asks. */
    static ChineseSentences chinese() {
        return CHINESE;
    }

    /** The Chinese names of processes, tasks and lists. */
    static ChineseNames names() {
        return NAMES;
    }
}
