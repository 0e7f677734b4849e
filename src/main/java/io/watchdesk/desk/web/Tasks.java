package io.watchdesk.desk.web;

import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Open tasks as lists show them. */
final class Tasks {

    private Tasks() {}

    static List<Shown> shown(List<OpenWork.Waiting> tasks, People people) {
        Map<String, String> names = new HashMap<>();
        return tasks.stream()
                .map(task -> new Shown(
                        task,
                        task.assignee() == null ? null : names.computeIfAbsent(task.assignee(), people::displayName)))
                .toList();
    }

    /** @param holder the name of who claimed it, or null */
    record Shown(OpenWork.Waiting task, String holder) {

        /** The page of the piece of content that it is about, or null. */
        public String item() {
            String key = task.businessKey();
            return key != null && key.matches("C-\\d+") ? "/desk/items/" + key : null;
        }
    }
}
