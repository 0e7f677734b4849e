package io.watchdesk.platform.web;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the house has in common ({@code watchdesk.house}).
 *
 * @param language of mails to people who have not chosen a language, and of messages to rooms: {@code en} or {@code zh}
 */
@ConfigurationProperties("watchdesk.house")
record LanguageSettings(@DefaultValue("en") Language language) {

    Locale locale() {
        return language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** What Watchdesk speaks. */
    enum Language {
        EN,
        ZH
    }
}
