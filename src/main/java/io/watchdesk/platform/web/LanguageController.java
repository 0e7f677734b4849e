package io.watchdesk.platform.web;

import io.watchdesk.platform.Languages;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where pages say which language their person chose, so that mails come in it, too. */
@RestController
class LanguageController {

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    @PutMapping("/api/language")
    void choose(@RequestBody Choice choice) {
        languages.choose(choice.language());
    }

    /** @param language {@code en} or {@code zh} */
    record Choice(String language) {}
}
