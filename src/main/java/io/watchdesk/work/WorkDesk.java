package io.watchdesk.work;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with long work; only the person who started it and managers see it. */
@Service
@Transactional
class WorkDesk implements LongWork {

    private static final String SEES_ALL = "managers";

    private final WorkTable table;
    /** Asked for late, because kinds begin work themselves. */
    private final ObjectProvider<WorkKind> kinds;

    private final WorkSettings settings;
    private final DeskRights rights;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkDesk(
            WorkTable table,
            ObjectProvider<WorkKind> kinds,
            WorkSettings settings,
            DeskRights rights,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.kinds = kinds;
        this.settings = settings;
        this.rights = rights;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String begin(String kind, String title, List<WorkKind.Step> steps) {
        if (steps.isEmpty()) {
            throw new Refused("There is nothing to do: no step was chosen.");
        }
        if (steps.size() > settings.mostSteps()) {
            throw new Refused("That is too much at once: %d steps. At most %d are possible; do it in parts."
                    .formatted(steps.size(), settings.mostSteps()));
        }
        String id = table.add(kind, title, people.actor(), clock.instant(), steps);
        audit.record("work.ordered", id, null, Map.of("kind", kind, "title", title, "steps", steps.size()));
        events.publishEvent(new WorkBegun(id));
        return id;
    }

    @Override
    public void cancel(String id) {
        Work work = find(id).orElseThrow(() -> new Refused("There is no work %s.".formatted(id)));
        if (!table.cancel(id, people.actor(), clock.instant())) {
            throw new Refused("%s has ended already.".formatted(id));
        }
        audit.record(
                "work.cancelled",
                id,
                null,
                Map.of("kind", work.kind(), "total", work.total(), "done", work.done(), "refused", work.refused()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Work> list(int offset, int limit) {
        return table.list(seesAll() ? null : people.actor(), unheardSince(), offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Work> find(String id) {
        return table.find(id, unheardSince()).filter(work -> work.person().equals(people.actor()) || seesAll());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(String id, List<Line.State> states, int offset, int limit) {
        return find(id).map(work -> table.lines(
                        id,
                        states,
                        offset,
                        limit,
                        (step, state) -> kind(work.kind())
                                .flatMap(kind -> kind.place(step, state))
                                .orElse(null)))
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> file(String id) {
        return find(id).filter(Work::file).map(work -> head(work.kind()) + String.join("", table.fileParts(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public String fingerprint() {
        return table.fingerprint(unheardSince());
    }

    private String head(String kind) {
        return kind(kind).map(WorkKind::fileHead).orElse("");
    }

    /** Empty for work that another version of the program has left. */
    private Optional<WorkKind> kind(String id) {
        return kinds.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private boolean seesAll() {
        return rights.administrator() || people.groupsOf(people.actor()).contains(SEES_ALL);
    }

    private Instant unheardSince() {
        return clock.instant().minus(settings.silence());
    }
}
