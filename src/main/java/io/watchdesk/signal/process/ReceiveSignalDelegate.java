package io.watchdesk.signal.process;

import static io.watchdesk.signal.process.SignalReportModel.ACCOUNT;
import static io.watchdesk.signal.process.SignalReportModel.FACTS;
import static io.watchdesk.signal.process.SignalReportModel.SIGNAL_LINK;
import static io.watchdesk.signal.process.SignalReportModel.SIGNAL_TEXT;
import static io.watchdesk.signal.process.SignalReportModel.SIGNAL_TITLE;
import static io.watchdesk.signal.process.SignalReportModel.TOPIC;

import io.watchdesk.signal.Report;
import io.watchdesk.signal.Reports;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what somebody reports while they still see the form. */
@Component
class ReceiveSignalDelegate implements JavaDelegate {

    private final Reports reports;

    ReceiveSignalDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> facts = new TreeMap<>();
        FACTS.forEach(fact -> facts.put(fact.name(), fact.get(execution)));
        execution.setProcessBusinessKey(reports.receive(new Report(
                SIGNAL_TITLE.get(execution),
                SIGNAL_TEXT.get(execution),
                SIGNAL_LINK.get(execution),
                ACCOUNT.get(execution),
                TOPIC.get(execution),
                facts)));
    }
}
