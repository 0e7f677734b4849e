package io.watchdesk.platform.web;

import org.springframework.stereotype.Component;

/** For pages that are made on the server: {@code ${@spoken.of(sentence)}}. */
@Component("spoken")
public class SpokenInPages {

    /** A sentence or a label of ours, in the language of whoever asked for the page; null stays null. */
    public String of(String english) {
        String said = Spoken.sentence(english);
        return said == null || !said.equals(english) ? said : Spoken.word(english);
    }

    /** The same where it may be that a person typed it, which then stays as it is. */
    public String perhaps(String text) {
        return Spoken.perhaps(text);
    }

    /** The language of the page, for what reads it aloud. */
    public String tag() {
        return RequestLanguage.isChinese() ? "zh-CN" : "en";
    }

    /** A word of ours, such as a level, in that language; null stays null. */
    public String word(String english) {
        return Spoken.word(english);
    }
}
