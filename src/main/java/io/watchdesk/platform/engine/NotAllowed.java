package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** What to say to a person whom the engine's authorizations refuse: who may, and whom to ask. */
class NotAllowed {

    private static final String NOT_YOURS = "This task does not exist, is done, or is not yours to see.";
    private static final String ANYTHING =
            "You are not allowed to do this. Please ask an administrator if you should be.";

    private static final Map<String, String> BY_RESOURCE = Map.of(
            Resources.PROCESS_DEFINITION.resourceName(),
            "Your groups may not start or see this process. Please ask a manager or an administrator.",
            Resources.PROCESS_INSTANCE.resourceName(),
            "Only administrators may look into or change what a process does. Please ask one of them.",
            Resources.USER.resourceName(),
            "Only administrators may change other people. Please ask one of them.",
            Resources.GROUP_MEMBERSHIP.resourceName(),
            "Only administrators may change who belongs to a group. Please ask one of them.",
            Resources.FILTER.resourceName(),
            "This list of tasks belongs to other groups. Please ask an administrator if you need it.");

    private final ProcessEngineConfigurationImpl engine;
    private final People people;

    NotAllowed(ProcessEngineConfigurationImpl engine, People people) {
        this.engine = engine;
        this.people = people;
    }

    /** The same refusal in words for people, without names of classes, permissions and ids. */
    AuthorizationException inWords(AuthorizationException refusal) {
        List<MissingAuthorization> missing = refusal.getMissingAuthorizations();
        if (missing.isEmpty() && !refusal.getMessage().startsWith("ENGINE-")) {
            return refusal;
        }
        AuthorizationException inWords = new AuthorizationException(sentence(missing));
        inWords.initCause(refusal);
        return inWords;
    }

    private String sentence(List<MissingAuthorization> missing) {
        for (MissingAuthorization right : missing) {
            if (Resources.TASK.resourceName().equals(right.getResourceType())) {
                return ofTask(right.getResourceId());
            }
        }
        return missing.stream()
                .map(right -> BY_RESOURCE.get(right.getResourceType()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(ANYTHING);
    }

    private String ofTask(String id) {
        // With the rights of the person who asks: whoever does not see the task must not learn whose it is.
        Task task = id == null
                ? null
                : engine.getTaskService().createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            return NOT_YOURS;
        }
        if (task.getAssignee() != null) {
            return "%s works on this task; you can see it, but only that person or an administrator may do this."
                    .formatted(people.displayName(task.getAssignee()));
        }
        String whose = people.asSystem(() -> engine.getTaskService().getIdentityLinksForTask(id).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .map(this::nameOf)
                .collect(Collectors.joining(" or ")));
        return whose.isEmpty()
                ? "You can see this task, but only an administrator may do this. Please ask one."
                : "You can see this task, but it is for members of %s. Please ask one of them.".formatted(whose);
    }

    private String nameOf(String id) {
        Group group = engine.getIdentityService().createGroupQuery().groupId(id).singleResult();
        return group == null || group.getName() == null ? id : group.getName();
    }
}
