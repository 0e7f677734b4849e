package io.watchdesk.platform;

import java.util.Locale;
import java.util.Optional;

/** In which language a person reads what the house writes to them when they are not there: mails. */
public interface Languages {

    /** What the person chose, the language of the house for people who have not chosen. */
    Locale of(String person);

    /** What the person chose; empty for people who have not chosen. */
    Optional<Locale> chosenBy(String person);

    /** Remembers the choice of the current person; refuses languages other than English and Chinese. */
    void choose(String language);

    /** The stored name of a task in this language. */
    String taskName(String stored, Locale language);

    /** A short fixed text of ours, such as the label of a button or a level, in this language. */
    String words(String english, Locale language);

    /** A sentence that Watchdesk composed, in this language; see {@link Said}. */
    String said(String english, Locale language);

    /** In which language rooms read, and everybody who has not chosen one: {@code watchdesk.house.language}. */
    Locale ofTheHouse();
}
