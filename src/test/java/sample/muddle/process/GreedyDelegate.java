package sample.muddle.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;

class GreedyDelegate implements JavaDelegate {

    private final JdbcClient jdbc;

    GreedyDelegate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jdbc.sql(execution.getCurrentActivityId()).update();
    }
}
