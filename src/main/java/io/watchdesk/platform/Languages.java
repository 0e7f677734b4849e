package io.watchdesk.platform;

import java.util.Locale;

/** In which language a person reads what the house writes to them when they are not there: mails. */
public interface Languages {

    /** What the person chose, English for people who have not chosen. */
    Locale of(String person);

    /** Remembers the choice of the current person; refuses languages other than English and Chinese. */
    void choose(String language);

    /** The stored name of a task in this language. */
    String taskName(String stored, Locale language);

    /** A short fixed text of ours, such as the label of a button, in this language. */
    String words(String english, Locale language);
}
