package io.watchdesk.platform.engine;

import io.watchdesk.platform.Refused;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.task.TaskReport;
import org.camunda.bpm.engine.variable.VariableMap;

/** The task service that Tasklist's REST API calls too: a completion writes declared answers only, a claim is one's own. */
class GuardedTaskService extends TaskServiceImpl {

    private static final String NOT_TO_SEE = "This task does not exist, is done, or is not yours to see.";

    private final DeclaredAnswers answers;
    private final ProcessEngineConfigurationImpl engine;

    GuardedTaskService(DeclaredAnswers answers, ProcessEngineConfigurationImpl engine) {
        this.answers = answers;
        this.engine = engine;
    }

    @Override
    public TaskReport createTaskReport() {
        return new SeenTasksReport(super.createTaskReport(), this, answers.groups());
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        answers.completing(taskId, variables, kept -> {
            super.complete(taskId, kept);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return answers.completing(
                taskId, variables, kept -> super.completeWithVariablesInReturn(taskId, kept, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        answers.completing(taskId, variables, kept -> {
            super.resolveTask(taskId, kept);
            return null;
        });
    }

    @Override
    public void claim(String taskId, String userId) {
        String person = answers.personOutside();
        if (person != null && userId != null && !person.equals(userId)) {
            throw new Refused("You can claim a task for yourself only.");
        }
        if (person != null && userId == null) {
            refuseUnlessMine(taskId, person);
        }
        if (person == null) {
            super.claim(taskId, userId);
        } else {
            answers.claiming(taskId, () -> super.claim(taskId, userId));
        }
    }

    /** Tasklist gives a claimed task back by assigning nobody, for which the engine wants more rights than for a claim. */
    @Override
    public void setAssignee(String taskId, String userId) {
        String person = answers.personOutside();
        if (person != null && userId == null && person.equals(assigneeOf(taskId))) {
            super.claim(taskId, null);
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    @Override
    public Comment createComment(String taskId, String processInstance, String message) {
        refuseUnlessVisible(taskId);
        return super.createComment(taskId, processInstance, message);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        refuseUnlessVisible(taskId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        refuseUnlessVisible(taskId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        refuseUnlessReadable(taskId);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        refuseUnlessReadable(taskId);
        return super.getTaskComment(taskId, commentId);
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        refuseUnlessInstanceReadable(processInstanceId);
        return super.getProcessInstanceComments(processInstanceId);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        refuseUnlessReadable(taskId);
        return super.getTaskAttachments(taskId);
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        refuseUnlessReadable(taskId);
        return super.getTaskAttachment(taskId, attachmentId);
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        refuseUnlessReadable(taskId);
        return super.getTaskAttachmentContent(taskId, attachmentId);
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        refuseUnlessInstanceReadable(processInstanceId);
        return super.getProcessInstanceAttachments(processInstanceId);
    }

    @Override
    public TaskQuery createTaskQuery() {
        return GuardedTaskQuery.create(commandExecutor);
    }

    private void refuseUnlessMine(String taskId, String person) {
        if (!person.equals(assigneeOf(taskId))) {
            throw new Refused("You can give back only a task that you have claimed.");
        }
    }

    /** What the person may see of open and past tasks and processes. */
    private HistoryService past() {
        return engine.getHistoryService();
    }

    private String assigneeOf(String taskId) {
        var task = createTaskQuery().taskId(taskId).singleResult();
        return task == null ? null : task.getAssignee();
    }

    /** The engine itself lets everybody read what was said about and attached to any task. */
    private void refuseUnlessReadable(String taskId) {
        if (answers.personOutside() != null
                && (taskId == null
                        || past().createHistoricTaskInstanceQuery()
                                        .taskId(taskId)
                                        .count()
                                == 0)) {
            throw new Refused(NOT_TO_SEE);
        }
    }

    private void refuseUnlessInstanceReadable(String processInstanceId) {
        if (answers.personOutside() != null
                && (processInstanceId == null
                        || past().createHistoricProcessInstanceQuery()
                                        .processInstanceId(processInstanceId)
                                        .count()
                                == 0)) {
            throw new Refused("This process does not exist or is not yours to see.");
        }
    }

    /** The engine itself lets everybody write here. */
    private void refuseUnlessVisible(String taskId) {
        if (answers.personOutside() != null
                && (taskId == null || createTaskQuery().taskId(taskId).count() == 0)) {
            throw new Refused(NOT_TO_SEE);
        }
    }
}
