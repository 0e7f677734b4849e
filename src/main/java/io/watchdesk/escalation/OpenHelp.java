package io.watchdesk.escalation;

import io.watchdesk.crisis.Crisis;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The calls for help of a crisis that nobody has answered; there are none while nobody has the crisis. */
@Component
class OpenHelp {

    private final HelpStore store;
    private final LadderStore ladders;

    OpenHelp(HelpStore store, LadderStore ladders) {
        this.store = store;
        this.ladders = ladders;
    }

    /** Oldest first. */
    List<Help> of(Crisis crisis) {
        return crisis.holder() == null || crisis.state() != Crisis.State.OPEN
                ? List.of()
                : all(crisis.id()).stream()
                        .filter(help -> help.givenBy() == null)
                        .toList();
    }

    /** Answered ones included, as long as the same round of the ladder goes on. */
    List<Help> all(String crisisId) {
        return ladders.find(crisisId)
                .map(ladder -> store.of(crisisId, ladder.roundStep()))
                .orElse(List.of());
    }

    /** Why people are called, as sentences. */
    String reasons(String crisisId) {
        return all(crisisId).stream()
                .filter(help -> help.givenBy() == null)
                .map(Help::reason)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
