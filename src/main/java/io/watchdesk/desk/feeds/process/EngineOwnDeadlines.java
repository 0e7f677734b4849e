package io.watchdesk.desk.feeds.process;

import io.watchdesk.desk.feeds.OwnDeadlines;
import io.watchdesk.platform.People;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** A person's own tasks are theirs to see, so the engine is asked without their rights. */
@Component
class EngineOwnDeadlines implements OwnDeadlines {

    /** Nobody has more in their hands. */
    private static final int MOST = 300;

    private final HistoryService history;
    private final People people;

    EngineOwnDeadlines(HistoryService history, People people) {
        this.history = history;
        this.people = people;
    }

    @Override
    public List<Deadline> of(String person, Instant from, Instant until) {
        return people.asSystem(() -> history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(person)
                .taskDueAfter(Date.from(from))
                .taskDueBefore(Date.from(until))
                .orderByTaskDueDate()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(task -> new Deadline(
                        task.getId(), task.getName(), task.getDueDate().toInstant(), task.getEndTime() != null))
                .toList());
    }
}
