package io.watchdesk.platform;

import java.time.Instant;
import java.util.Optional;

/** Whether this database is a backup that was put back, so that the world may know more than it does. */
public interface RestoredBackup {

    /** When the backup was made, until {@link #reconciled} was told; empty in a database that goes on by itself. */
    Optional<Instant> takenAt();

    /** What went out since the backup has been looked up, or is with people; joins the caller's transaction. */
    void reconciled();
}
