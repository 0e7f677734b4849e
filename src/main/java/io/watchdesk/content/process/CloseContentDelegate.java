package io.watchdesk.content.process;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the piece after its last publication ended. */
@Component
class CloseContentDelegate implements JavaDelegate {

    private final Contents contents;

    CloseContentDelegate(Contents contents) {
        this.contents = contents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contents.moveTo(ContentProductionModel.PIECE_ID.require(execution), Piece.Stage.CLOSED);
    }
}
