package io.watchdesk.architecture;

import java.util.ArrayList;
import java.util.List;

/** Collects what breaks a rule, as sentences that name the file, the element and the way out. */
final class Report {

    private final List<String> breaches = new ArrayList<>();

    void breach(String file, String element, String sentence, Object... details) {
        breaches.add("%s, %s: %s".formatted(file, element, sentence.formatted(details)));
    }

    void unless(boolean kept, String file, String element, String sentence, Object... details) {
        if (!kept) {
            breach(file, element, sentence, details);
        }
    }

    List<String> breaches() {
        return List.copyOf(breaches);
    }
}
