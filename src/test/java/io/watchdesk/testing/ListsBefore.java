package io.watchdesk.testing;

import io.watchdesk.screening.WordLists;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The word lists as they are before a story, for whoever takes back what it makes of them. */
public final class ListsBefore {

    private final JdbcClient jdbc;
    private final int newest;

    /** Remembers which list is active now. */
    public ListsBefore(WordLists lists, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.newest = Integer.parseInt(lists.active().version().substring(2));
    }

    /** The number of the list that was active then. */
    public int newest() {
        return newest;
    }

    /** Deletes the lists that were made since. */
    public void comeBack() {
        for (String table : List.of("screening_word", "screening_allowed", "screening_host")) {
            jdbc.sql("delete from " + table + " where list_number > ?")
                    .param(newest)
                    .update();
        }
        jdbc.sql("delete from screening_list where number > ?").param(newest).update();
    }
}
