package io.watchdesk.platform.web;

import io.watchdesk.platform.Languages;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the choices in the database, because a job that writes a mail has no browser to ask. */
@Component
@Transactional
class ChosenLanguages implements Languages {

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final JdbcClient database;
    private final People people;
    private final Clock clock;
    private final Locale house;

    ChosenLanguages(JdbcClient database, People people, Clock clock, LanguageSettings settings) {
        this.database = database;
        this.people = people;
        this.clock = clock;
        this.house = settings.locale();
    }

    @Override
    @Transactional(readOnly = true)
    public Locale of(String person) {
        return chosenBy(person).orElse(house);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Locale> chosenBy(String person) {
        return database.sql("select language from person_language where person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    @Override
    public void choose(String language) {
        String person = people.current().orElseThrow(() -> new Refused("Please sign in first."));
        Locale chosen = KNOWN.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(() -> new Refused("\"%s\" is not one of: %s.".formatted(language, "en, zh")));
        database.sql("delete from person_language where person = ?")
                .param(person)
                .update();
        database.sql("insert into person_language (person, language, chosen_at) values (?, ?, ?)")
                .params(person, chosen.getLanguage(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public String taskName(String stored, Locale language) {
        return Locale.CHINESE.equals(language) ? Spoken.names().task(stored) : stored;
    }

    @Override
    public String words(String english, Locale language) {
        return Locale.CHINESE.equals(language) ? Spoken.chinese().word(english) : english;
    }

    @Override
    public String said(String english, Locale language) {
        return Locale.CHINESE.equals(language) ? Spoken.chinese().of(english) : english;
    }

    @Override
    public Locale ofTheHouse() {
        return house;
    }
}
