package io.watchdesk.content.process;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows a piece as being written whenever it comes (back) to the writers. */
@Component
class DraftOpenedListener implements TaskListener {

    private final Contents contents;

    DraftOpenedListener(Contents contents) {
        this.contents = contents;
    }

    @Override
    public void notify(DelegateTask task) {
        contents.moveTo(ContentProductionModel.PIECE_ID.require(task), Piece.Stage.DRAFTING);
    }
}
