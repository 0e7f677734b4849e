package io.watchdesk.crisis;

import io.watchdesk.publishing.HeldPosts.Area;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a crisis covers, in the words of publishing. */
@Component
class CrisisScope {

    private final Holds holds;

    CrisisScope(Holds holds) {
        this.holds = holds;
    }

    /** The open holds that the crisis placed. */
    List<Hold> holdsOf(String crisisId) {
        return holds.open().stream()
                .filter(hold -> hold.owner().equals(crisisId))
                .toList();
    }

    /** What its holds cover; in a drill what they would cover. */
    List<Area> areas(Crisis crisis) {
        return crisis.drill()
                ? affected(crisis)
                : holdsOf(crisis.id()).stream()
                        .map(hold -> new Area(hold.scope(), hold.value()))
                        .toList();
    }

    /** What the crisis is about, held or not. */
    List<Area> affected(Crisis crisis) {
        List<Area> areas = new ArrayList<>();
        crisis.accounts().forEach(account -> areas.add(new Area(Hold.Scope.ACCOUNT, account)));
        if (crisis.topic() != null && !crisis.topic().isBlank()) {
            areas.add(new Area(Hold.Scope.TOPIC, crisis.topic()));
        }
        if (areas.isEmpty()) {
            areas.add(new Area(Hold.Scope.EVERYTHING, null));
        }
        return areas;
    }
}
