package io.watchdesk.platform.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * Refuses expressions inside {@code orQueries} as the engine does at the top level: Camunda 7.24.0 evaluates them for any
 * signed-in person (CVE-2026-109432). Lists, counts and extended filters all validate first.
 */
final class GuardedTaskQuery implements Validator<AbstractQuery<?, ?>> {

    private static final GuardedTaskQuery GUARD = new GuardedTaskQuery();

    private GuardedTaskQuery() {}

    /** A task query with the guard. It is no subclass, because filters accept only the engine's own class. */
    static TaskQueryImpl create(CommandExecutor commandExecutor) {
        TaskQueryImpl query = new TaskQueryImpl(commandExecutor);
        query.addValidator(GUARD);
        return query;
    }

    @Override
    public void validate(AbstractQuery<?, ?> query) {
        for (TaskQueryImpl nested : ((TaskQueryImpl) query).getQueries()) {
            if (!nested.getExpressions().isEmpty()) {
                throw new BadUserRequestException("Expressions are forbidden in queries, also inside orQueries.");
            }
        }
    }
}
