package io.watchdesk.platform.engine;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Hands a refusal to the caller as it was thrown, not wrapped into what the engine says around it, whichever service was
 * called. It stands before the transaction, so the rollback is done.
 */
class RefusalInterceptor extends CommandInterceptor {

    private final DeclaredAnswers answers;

    RefusalInterceptor(DeclaredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw asRefusal(failure);
        }
    }

    private RuntimeException asRefusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        if (failure instanceof OptimisticLockingException && answers.personOutside() != null) {
            Refused refused = new Refused("Somebody else did this at the same moment. Please reload and look again.");
            refused.initCause(failure);
            return refused;
        }
        return failure;
    }
}
