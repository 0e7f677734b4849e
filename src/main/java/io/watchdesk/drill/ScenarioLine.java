package io.watchdesk.drill;

import java.util.List;

/**
 * A scenario as managers choose it.
 *
 * @param minutes how long it takes at most
 * @param signals what comes in when, one line each
 */
public record ScenarioLine(
        String scenario, String name, String title, String opening, long minutes, List<String> signals) {

    static ScenarioLine of(Script script) {
        return new ScenarioLine(
                script.scenario(),
                script.name(),
                script.title(),
                script.opening(),
                script.endsAfter().toMinutes(),
                script.signals().stream()
                        .map(signal ->
                                "after %d min: %s".formatted(signal.after().toMinutes(), signal.title()))
                        .toList());
    }
}
