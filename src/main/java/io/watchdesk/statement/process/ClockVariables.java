package io.watchdesk.statement.process;

import io.watchdesk.statement.Times;
import io.watchdesk.statement.process.CrisisStatementModel.ClockState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A clock as the variables that the timers of a model read. */
final class ClockVariables {

    private ClockVariables() {}

    static void set(VariableScope scope, Optional<Times> times) {
        CrisisStatementModel.STATEMENT_CLOCK.set(scope, times.isPresent() ? ClockState.RUNNING : ClockState.NONE);
        CrisisStatementModel.STATEMENT_DUE.set(scope, text(times, Times::due));
        CrisisStatementModel.WARNING_AT.set(scope, text(times, Times::warning));
        CrisisStatementModel.LAST_WARNING_AT.set(scope, text(times, Times::lastWarning));
    }

    static void setUpdate(VariableScope scope, Optional<Times> times) {
        CrisisUpdateModel.UPDATE_DUE.set(scope, text(times, Times::due));
        CrisisUpdateModel.UPDATE_WARNING_AT.set(scope, text(times, Times::warning));
        CrisisUpdateModel.UPDATE_LAST_WARNING_AT.set(scope, text(times, Times::lastWarning));
    }

    static Map<String, Object> statement(Times times) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CrisisStatementModel.STATEMENT_DUE.name(), times.due().toString());
        variables.put(CrisisStatementModel.WARNING_AT.name(), times.warning().toString());
        variables.put(
                CrisisStatementModel.LAST_WARNING_AT.name(), times.lastWarning().toString());
        return variables;
    }

    static Map<String, Object> update(Times times) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CrisisUpdateModel.UPDATE_DUE.name(), times.due().toString());
        variables.put(
                CrisisUpdateModel.UPDATE_WARNING_AT.name(), times.warning().toString());
        variables.put(
                CrisisUpdateModel.UPDATE_LAST_WARNING_AT.name(),
                times.lastWarning().toString());
        return variables;
    }

    private static String text(Optional<Times> times, Function<Times, Instant> moment) {
        return times.map(moment).map(Instant::toString).orElse(null);
    }
}
