package io.watchdesk.screening;

import java.util.List;

/** One kind of machine check. It says what it sees and decides nothing; it throws when it cannot look. */
public interface Screener {

    Finding.Kind kind();

    /**
     * What it finds, in the order of the place.
     *
     * @param list the list in force
     */
    List<Finding> screen(Subject subject, WordList list);
}
