package io.watchdesk.signal;

import io.watchdesk.notification.Message.ReportDecided;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.signal.Signal.State;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells people who reported something what became of it, unless they decided it themselves. */
@Component
class ReporterNews {

    private static final Set<State> WORTH_A_MAIL = Set.of(State.DISMISSED, State.IN_CRISIS);

    private final SignalTable table;
    private final Notifications notifications;
    private final People people;

    ReporterNews(SignalTable table, Notifications notifications, People people) {
        this.table = table;
        this.notifications = notifications;
        this.people = people;
    }

    void tell(Signal signal, State state, String crisisId) {
        if (WORTH_A_MAIL.contains(state)) {
            table.reporterOf(signal.id())
                    .filter(reporter -> !reporter.equals(people.actor()))
                    .ifPresent(reporter -> notifications.tellPerson(
                            reporter, new ReportDecided(signal.id(), signal.title(), Fate.of(state, crisisId))));
        }
    }
}
