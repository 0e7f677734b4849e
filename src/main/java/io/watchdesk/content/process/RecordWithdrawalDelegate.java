package io.watchdesk.content.process;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the piece will not go out. */
@Component
class RecordWithdrawalDelegate implements JavaDelegate {

    private final Contents contents;

    RecordWithdrawalDelegate(Contents contents) {
        this.contents = contents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contents.moveTo(ContentProductionModel.PIECE_ID.require(execution), Piece.Stage.WITHDRAWN);
    }
}
