package io.watchdesk.statement;

import io.watchdesk.platform.Refused;
import java.util.Arrays;

/** The steps of a statement that have a time-box; in the table {@code statement-approvals} as lower-camel text. */
public enum Step {
    DRAFT("UserTask_DraftStatement"),
    /** PR looks at the message. */
    MESSAGING("UserTask_ReviewMessaging"),
    LEGAL("UserTask_ReviewLegality"),
    EXECUTIVE("UserTask_ApproveStatement"),
    /** The commander lets it out. */
    RELEASE("UserTask_ReleaseStatement"),
    /** All staff read it before the public does; nobody has a task. */
    STAFF(null);

    private final String task;

    Step(String task) {
        this.task = task;
    }

    /** The element of the model in which people do it, or null. */
    public String task() {
        return task;
    }

    /** The step that people do in this element; refuses other tasks. */
    public static Step ofTask(String element) {
        return Arrays.stream(values())
                .filter(step -> element.equals(step.task))
                .findFirst()
                .orElseThrow(() -> new Refused("This task is no step of a statement."));
    }
}
