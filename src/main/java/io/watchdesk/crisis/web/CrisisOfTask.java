package io.watchdesk.crisis.web;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks.OpenTask;

/** Which crisis a task is about, if it is the kind of task that an endpoint serves. */
final class CrisisOfTask {

    private CrisisOfTask() {}

    static String of(OpenTask task, String element) {
        String crisisId = task.text("crisisId");
        if (!element.equals(task.definitionKey()) || crisisId == null) {
            throw new Refused("The task \"%s\" is not asked here.".formatted(task.name()));
        }
        return crisisId;
    }
}
