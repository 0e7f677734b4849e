package io.watchdesk.platform;

import java.util.Map;

/** Open user tasks as the person who is signed in may see them; pages and endpoints ask here before they show anything. */
public interface Tasks {

    /** The task if the current person may see it; refuses otherwise, without telling whether it exists. */
    OpenTask visible(String taskId);

    /** The task if it is claimed by the current person; refuses with a sentence that says who has it instead. */
    OpenTask claimed(String taskId);

    /**
     * A user task that waits for a person.
     *
     * @param definitionKey the element id in the model, for example {@code UserTask_WriteDraft}
     * @param assignee the person who claimed it, or null
     * @param variables the process variables it sees
     */
    record OpenTask(String id, String definitionKey, String name, String assignee, Map<String, Object> variables) {

        /** A text variable, or null. */
        public String text(String variable) {
            Object value = variables.get(variable);
            return value == null ? null : value.toString();
        }
    }
}
