package io.watchdesk.screening;

/** The list that the product brings along, for tests of the screeners. */
public final class StarterEntries {

    private StarterEntries() {}

    /** The starter list under the version {@code L-1}. */
    public static WordList list() {
        return new WordList("L-1", StarterList.read());
    }
}
