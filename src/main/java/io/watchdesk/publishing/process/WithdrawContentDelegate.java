package io.watchdesk.publishing.process;

import io.watchdesk.publishing.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a piece back and ends its production, in one transaction: both happen or neither. */
@Component
class WithdrawContentDelegate implements JavaDelegate {

    private final Withdrawals withdrawals;
    private final RunningProduction production;

    WithdrawContentDelegate(Withdrawals withdrawals, RunningProduction production) {
        this.withdrawals = withdrawals;
        this.production = production;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String pieceId =
                ContentWithdrawalModel.WITHDRAWN_PIECE.require(execution).strip();
        withdrawals.withdraw(pieceId, ContentPublicationModel.text(ContentWithdrawalModel.REASON_TEXT, execution));
        production.withdrawn(pieceId);
        execution.setProcessBusinessKey(pieceId);
    }
}
