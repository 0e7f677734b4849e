package io.watchdesk.oncall.process;

import io.watchdesk.oncall.ChangeRequests;
import io.watchdesk.oncall.Swap;
import io.watchdesk.oncall.SwapTitle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers a shift while the person who offers it still sees the start form. */
@Component
class OpenSwapDelegate implements JavaDelegate {

    private final ChangeRequests requests;
    private final SwapTitle titles;

    OpenSwapDelegate(ChangeRequests requests, SwapTitle titles) {
        this.requests = requests;
        this.titles = titles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Swap swap = requests.offer(new ChangeRequests.Wish(
                OncallSwapModel.ROTA_ID.get(execution),
                null,
                null,
                OncallSwapModel.SHIFT_FROM.get(execution),
                OncallSwapModel.SHIFT_UNTIL.get(execution),
                OncallSwapModel.SWAP_NOTE.get(execution),
                OncallSwapModel.OFFER_UNTIL.get(execution)));
        execution.setProcessBusinessKey(swap.id());
        OncallSwapModel.SWAP_ID.set(execution, swap.id());
        OncallSwapModel.SWAP_TITLE.set(execution, titles.of(swap));
        OncallSwapModel.SWAP_EXPIRES_AT.set(execution, swap.expiresAt().toString());
    }
}
