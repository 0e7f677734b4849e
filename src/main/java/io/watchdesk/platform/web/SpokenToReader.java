package io.watchdesk.platform.web;

import io.watchdesk.platform.Languages;
import io.watchdesk.platform.ReadersLanguage;
import org.springframework.stereotype.Component;

/** The sentences of {@code words/sentences-zh.json}, for pages that show them beside a field. */
@Component
class SpokenToReader implements ReadersLanguage {

    private final Languages languages;

    SpokenToReader(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String sentence(String english) {
        return Spoken.sentence(english);
    }

    @Override
    public void isOf(String person) {
        languages.chosenBy(person).ifPresent(RequestLanguage::is);
    }
}
