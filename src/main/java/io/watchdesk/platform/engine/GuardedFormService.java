package io.watchdesk.platform.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The form service behind Tasklist's forms: a submission writes declared answers only. */
class GuardedFormService extends FormServiceImpl {

    private final DeclaredAnswers answers;

    GuardedFormService(DeclaredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        answers.completing(taskId, properties, kept -> {
            super.submitTaskForm(taskId, kept);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return answers.completing(
                taskId, properties, kept -> super.submitTaskFormWithVariablesInReturn(taskId, kept, deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, Map<String, Object> properties) {
        return submitStartForm(definitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> properties) {
        return answers.starting(
                definitionId, properties, kept -> super.submitStartForm(definitionId, businessKey, kept));
    }

    @Override
    public ProcessInstance submitStartFormData(String definitionId, Map<String, String> properties) {
        return submitStartFormData(definitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(
            String definitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(
                definitionId, businessKey, new HashMap<>(properties == null ? Collections.emptyMap() : properties));
    }
}
