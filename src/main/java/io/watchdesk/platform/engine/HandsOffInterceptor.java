package io.watchdesk.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Keeps people from moving a process past its tasks: the engine lets whoever may complete a task also throw an error or an
 * escalation from it, and whoever may start a process also start it by message, signal or restart, each with any
 * variables.
 */
class HandsOffInterceptor extends CommandInterceptor {

    private static final List<Class<?>> COMMANDS = List.of(
            AbstractCorrelateMessageCmd.class,
            MessageEventReceivedCmd.class,
            SignalCmd.class,
            SignalEventReceivedCmd.class,
            EvaluateStartConditionCmd.class,
            AbstractRestartProcessInstanceCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class);

    /** Models come with the application: who could bring one could run anything, and who deletes one deletes its work. */
    private static final List<Class<?>> DEPLOYING = List.of(DeployCmd.class, DeleteDeploymentCmd.class);

    private final DeclaredAnswers answers;

    HandsOffInterceptor(DeclaredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (COMMANDS.stream().anyMatch(kind -> kind.isInstance(command)) && answers.ordinaryPersonOutside()) {
            throw new AuthorizationException("Only the process itself and administrators do this.");
        }
        if (DEPLOYING.stream().anyMatch(kind -> kind.isInstance(command)) && answers.personOutside() != null) {
            throw new AuthorizationException("Models and forms come with the application and leave with it.");
        }
        return next.execute(command);
    }
}
