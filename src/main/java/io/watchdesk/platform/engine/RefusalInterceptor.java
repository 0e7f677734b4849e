package io.watchdesk.platform.engine;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands a refusal to the caller as it was thrown, not wrapped into what the engine says around it, whichever service was
 * called, and does a person's work again that collided with a job of the same process. It stands before the transaction, so
 * the rollback is done.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** A person meets the work of the engine on the same process; the second attempt finds it done. */
    private static final int ATTEMPTS = 3;

    private final DeclaredAnswers answers;
    private final NotAllowed notAllowed;

    RefusalInterceptor(DeclaredAnswers answers, NotAllowed notAllowed) {
        this.answers = answers;
        this.notAllowed = notAllowed;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !collided(failure) || !mayRepeat()) {
                    throw asRefusal(failure);
                }
            }
        }
    }

    /** A person's work, and nothing of a transaction around it is lost by doing it again. */
    private boolean mayRepeat() {
        return answers.personOutside() != null && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static boolean collided(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return false;
    }

    private RuntimeException asRefusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        if (failure instanceof AuthorizationException refusal) {
            return notAllowed.inWords(refusal);
        }
        if (failure instanceof OptimisticLockingException && answers.personOutside() != null) {
            Refused refused = new Refused("Somebody else did this at the same moment. Please reload and look again.");
            refused.initCause(failure);
            return refused;
        }
        return failure;
    }
}
