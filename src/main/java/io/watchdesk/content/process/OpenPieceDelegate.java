package io.watchdesk.content.process;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Piece;
import io.watchdesk.content.ShortTitle;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the piece that the brief asks for. */
@Component
class OpenPieceDelegate implements JavaDelegate {

    private final Drafting drafting;
    private final Accounts accounts;

    OpenPieceDelegate(Drafting drafting, Accounts accounts) {
        this.drafting = drafting;
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Piece piece = drafting.open(BriefAnswers.read(execution));
        execution.setProcessBusinessKey(piece.id());
        ContentProductionModel.PIECE_ID.set(execution, piece.id());
        ContentProductionModel.CONTENT_TITLE.set(execution, ShortTitle.of(piece.title()));
        ContentProductionModel.WRITER.set(execution, null);
        ContentProductionModel.DRAFT_DUE.set(execution, drafting.draftDue(piece).toString());
        ContentProductionModel.ACCOUNT_NAME.set(
                execution,
                piece.brief().accounts().stream()
                        .map(accounts::require)
                        .map(Account::name)
                        .collect(Collectors.joining(", ")));
    }
}
