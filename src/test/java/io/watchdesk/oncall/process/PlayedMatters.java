package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.oncall.ShiftTakenOver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Something open that a test plays, beside what the application itself has open. */
@Component
class PlayedMatters implements OpenMatters {

    final List<Matter> open = new CopyOnWriteArrayList<>();
    final List<Handover> taken = new CopyOnWriteArrayList<>();

    @Override
    public List<Matter> open() {
        return open;
    }

    @EventListener
    void taken(ShiftTakenOver event) {
        taken.add(event.handover());
    }
}
