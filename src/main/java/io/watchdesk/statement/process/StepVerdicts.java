package io.watchdesk.statement.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.Refused;
import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.Step;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the forms of the four approving steps have in common. */
@Component
class StepVerdicts {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private final StatementApproval approval;
    private final ObjectMapper json;

    StepVerdicts(StatementApproval approval, ObjectMapper json) {
        this.approval = approval;
        this.json = json;
    }

    /** Records what the person decided; the model goes on with the variable {@code statementVerdict}. */
    void take(DelegateTask task, Step step) {
        StatementApproval.Answers answers = new StatementApproval.Answers(
                task.getAssignee(),
                task.getOwner(),
                CrisisStatementModel.STEP_VERDICT.get(task),
                CrisisStatementModel.VERDICT_REASON.get(task),
                CrisisStatementModel.VERDICT_COMMENT.get(task),
                checklist(CrisisStatementModel.CHECKLIST_ANSWERS.get(task)),
                CrisisStatementModel.CONTENT_HASH.get(task));
        CrisisStatementModel.STATEMENT_VERDICT.set(
                task, approval.signOff(CrisisStatementModel.STATEMENT_ID.require(task), step, answers));
        CrisisStatementModel.forgetAnswers(task);
    }

    private Map<String, String> checklist(String answers) {
        if (answers == null || answers.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new Refused("The answers to the checklist cannot be read.");
        }
    }
}
