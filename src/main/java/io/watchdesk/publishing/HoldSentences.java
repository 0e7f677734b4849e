package io.watchdesk.publishing;

import java.util.List;
import java.util.stream.Collectors;

/** Says in a sentence what holds a publication. */
final class HoldSentences {

    private HoldSentences() {}

    static String of(List<Hold> open) {
        return open.stream()
                .map(hold -> "%s holds it (%s): %s".formatted(hold.owner(), hold.id(), hold.reason()))
                .collect(Collectors.joining(" "));
    }
}
