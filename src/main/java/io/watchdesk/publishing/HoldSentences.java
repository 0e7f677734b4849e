package io.watchdesk.publishing;

import io.watchdesk.platform.People;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a sentence what holds a publication. */
public final class HoldSentences {

    private HoldSentences() {}

    /** Why these holds do not stop a publication. */
    static String passed(String crisisId, List<Hold> passed) {
        return "It speaks for %s; %s of the same crisis %s not stop it."
                .formatted(
                        crisisId,
                        passed.stream().map(Hold::id).collect(Collectors.joining(", ")),
                        passed.size() == 1 ? "does" : "do");
    }

    /** One sentence for each hold, with the names of people; empty for none. */
    public static String of(List<Hold> open, People people) {
        return open.stream()
                .map(hold ->
                        "%s holds it (%s): %s".formatted(people.displayName(hold.owner()), hold.id(), hold.reason()))
                .collect(Collectors.joining(" "));
    }
}
