package io.watchdesk.publishing;

import io.watchdesk.platform.RestoredBackup;
import java.time.Instant;
import java.util.Optional;

/** A database that goes on by itself, until a test puts a backup back. */
final class PlayedRestore implements RestoredBackup {

    volatile Instant takenAt;
    volatile Instant lookedUpUntil;

    @Override
    public Optional<Instant> takenAt() {
        return Optional.ofNullable(takenAt);
    }

    @Override
    public Optional<Instant> lookedUpUntil() {
        return Optional.ofNullable(lookedUpUntil);
    }

    @Override
    public void reconciled() {
        lookedUpUntil = takenAt;
        takenAt = null;
    }
}
