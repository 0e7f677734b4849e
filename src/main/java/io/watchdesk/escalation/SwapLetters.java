package io.watchdesk.escalation;

import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.oncall.Swap;
import io.watchdesk.oncall.SwapClosed;
import io.watchdesk.oncall.SwapTitle;
import io.watchdesk.platform.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who offered a shift what became of the offer: whether they have to be awake. */
@Component
class SwapLetters {

    private final Notifications notifications;
    private final SwapTitle titles;
    private final People people;

    SwapLetters(Notifications notifications, SwapTitle titles, People people) {
        this.notifications = notifications;
        this.titles = titles;
        this.people = people;
    }

    /** Nobody is told of their own deed. */
    @EventListener
    void closed(SwapClosed closed) {
        Swap swap = closed.swap();
        if (!swap.offeredBy().equals(closed.by())) {
            notifications.tellPerson(
                    swap.offeredBy(), new Message.SwapAnswered(swap.id(), titles.of(swap), what(swap, closed.by())));
        }
    }

    private String what(Swap swap, String by) {
        return switch (swap.state()) {
            case TAKEN ->
                "%s has taken the shift. You are not on call then.".formatted(people.displayName(swap.takenBy()));
            case EXPIRED -> "Nobody has taken the shift in time. It stays yours.";
            case WITHDRAWN -> "%s has withdrawn the offer. The shift stays yours.".formatted(people.displayName(by));
            case OPEN -> "The offer is still open.";
        };
    }
}
