package io.watchdesk.content.process;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Piece;
import io.watchdesk.content.ShortTitle;
import io.watchdesk.content.Version;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Submits what was written as the next version of the piece. */
@Component
class WriteDraftListener implements TaskListener {

    private final Drafting drafting;
    private final Contents contents;

    WriteDraftListener(Drafting drafting, Contents contents) {
        this.drafting = drafting;
        this.contents = contents;
    }

    @Override
    public void notify(DelegateTask task) {
        Version version = drafting.submit(ContentProductionModel.PIECE_ID.require(task));
        contents.moveTo(version.pieceId(), Piece.Stage.IN_REVIEW);
        ContentProductionModel.CONTENT_VERSION.set(task, version.number());
        ContentProductionModel.CONTENT_TITLE.set(task, ShortTitle.of(version.title()));
        ContentProductionModel.WRITER.set(task, version.editor());
    }
}
