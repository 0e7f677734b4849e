package io.watchdesk.screening.words;

/** How well a place in a text fits a listed word. */
enum Fit {
    NO(null),
    YES(null),
    PARTED("it is parted by punctuation"),
    FOREIGN("all of it is written in another alphabet"),
    DOUBLED("a letter is doubled"),
    INSERTED("letters or digits stand between the characters"),
    REVERSED("its characters stand in reverse order"),
    SPLIT("a character is split into its parts"),
    LEET("digits or signs stand for letters"),
    CUT("its characters may belong to other words here"),
    SOUND("it sounds like it"),
    SPELLED("it is spelled in Latin letters");

    private final String why;

    Fit(String why) {
        this.why = why;
    }

    /** Whether a person should look rather than a rule decide. */
    boolean weak() {
        return why != null;
    }

    String why() {
        return why;
    }
}
