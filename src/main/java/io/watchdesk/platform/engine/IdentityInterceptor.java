package io.watchdesk.platform.engine;

import io.watchdesk.platform.SystemIdentity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The engine checks no right where nobody is signed in: a web page of ours that forgets to say who asks would reach
 * everything. Such a request gets nothing.
 */
class IdentityInterceptor extends CommandInterceptor {

    private final DeclaredAnswers answers;

    IdentityInterceptor(DeclaredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (SystemIdentity.missing() && answers.nobodyOutside()) {
            throw new IllegalStateException(
                    "A request without an identity wants %s; its path is not one of those in Identified."
                            .formatted(command.getClass().getSimpleName()));
        }
        return next.execute(command);
    }
}
