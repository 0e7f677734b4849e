package io.watchdesk.platform;

import java.time.Instant;
import java.util.Optional;

/** Whether this database is a backup that was put back, so that the world may know more than it does. */
public interface RestoredBackup {

    /** When the backup was made, until {@link #reconciled} was told; empty in a database that goes on by itself. */
    Optional<Instant> takenAt();

    /**
     * When the newest backup was made that was put back and reconciled; empty in a database that was never restored. What was
     * decided before then may have been carried out in the time that this database lost.
     */
    Optional<Instant> lookedUpUntil();

    /** What went out since the backup has been looked up, or is with people; joins the caller's transaction. */
    void reconciled();
}
