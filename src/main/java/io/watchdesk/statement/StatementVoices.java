package io.watchdesk.statement;

import io.watchdesk.publishing.CrisisVoices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A statement's piece speaks for its crisis. */
@Component
class StatementVoices implements CrisisVoices {

    private final StatementStore store;

    StatementVoices(StatementStore store) {
        this.store = store;
    }

    @Override
    public Optional<Voice> of(String pieceId) {
        return store.ofPiece(pieceId).map(statement -> new Voice(statement.crisisId(), statement.drill()));
    }
}
