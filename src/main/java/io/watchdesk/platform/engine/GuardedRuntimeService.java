package io.watchdesk.platform.engine;

import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** The runtime service behind the REST API: a person starts a process at its beginning, with its declared answers. */
class GuardedRuntimeService extends RuntimeServiceImpl {

    private final DeclaredAnswers answers;

    GuardedRuntimeService(DeclaredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
        return new GuardedStart(commandExecutor, definitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String definitionKey) {
        return new GuardedStart(commandExecutor, null, definitionKey);
    }

    private final class GuardedStart extends ProcessInstantiationBuilderImpl {

        GuardedStart(CommandExecutor commandExecutor, String definitionId, String definitionKey) {
            super(commandExecutor);
            processDefinitionId = definitionId;
            processDefinitionKey = definitionKey;
        }

        @Override
        public ProcessInstanceWithVariables executeWithVariablesInReturn(
                boolean skipCustomListeners, boolean skipIoMappings) {
            if (answers.personOutside() == null) {
                return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
            }
            if (!modificationBuilder.getModificationOperations().isEmpty()) {
                throw new Refused("A process is started at its beginning only.");
            }
            return answers.starting(definition(), getVariables(), kept -> {
                getVariables().keySet().retainAll(kept.keySet());
                return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
            });
        }

        private String definition() {
            return processDefinitionId != null ? processDefinitionId : answers.latest(processDefinitionKey);
        }
    }
}
