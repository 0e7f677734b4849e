package sample.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PayRefundDelegate implements JavaDelegate {

    private final Bank bank;

    PayRefundDelegate(Bank bank) {
        this.bank = bank;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bank.pay(ParcelReturnModel.PARCEL_NAME.require(execution));
    }
}
