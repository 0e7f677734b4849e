package io.watchdesk.testing;

import io.watchdesk.platform.Languages;
import java.util.Locale;
import java.util.Optional;

/** A house in which everybody reads the same language; its words are marked, so that a test sees that they were asked for. */
public record EverybodyReads(Locale language) implements Languages {

    @Override
    public Locale of(String person) {
        return language;
    }

    @Override
    public Optional<Locale> chosenBy(String person) {
        return Optional.of(language);
    }

    @Override
    public void choose(String chosen) {
        throw new UnsupportedOperationException("Everybody reads " + language);
    }

    @Override
    public String taskName(String stored, Locale wanted) {
        return wanted.equals(Locale.ENGLISH) ? stored : "「" + stored + "」";
    }

    @Override
    public String words(String english, Locale wanted) {
        return wanted.equals(Locale.ENGLISH) ? english : "「" + english + "」";
    }

    @Override
    public String said(String english, Locale wanted) {
        return words(english, wanted);
    }

    @Override
    public Locale ofTheHouse() {
        return language;
    }
}
