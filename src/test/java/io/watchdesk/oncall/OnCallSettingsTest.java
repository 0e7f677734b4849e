package io.watchdesk.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Rotas in the settings: what cannot work is told before anything starts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnCallSettingsTest {

    private static final String ROTA = "watchdesk.oncall.rotas[0].";
    private static final String LAYER = ROTA + "layers[0].";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void a_rota_that_works_is_fine() {
        rota("FREQ=WEEKLY;BYDAY=MO", "2026-01-05");

        assertThat(problems()).isEmpty();
    }

    @Test
    void no_rotas_are_fine() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_start_that_is_no_hand_over_is_told() {
        rota("FREQ=WEEKLY;BYDAY=MO", "2026-01-06");

        assertThat(problems())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(ROTA + "id", "does not hand over at its start", "2026-01-12T09:00"));
    }

    @Test
    void a_layer_without_start_is_told() {
        rota("FREQ=DAILY", null);

        assertThat(problems()).singleElement().asString().contains("needs its first hand-over");
    }

    @Test
    void two_rotas_with_one_id_are_told() {
        rota("FREQ=DAILY", "2026-01-05");
        environment.setProperty("watchdesk.oncall.rotas[1].id", "oncall-tier-1");

        assertThat(problems()).singleElement().asString().contains("must differ");
    }

    private void rota(String recurrence, String start) {
        environment.setProperty(ROTA + "id", "oncall-tier-1");
        environment.setProperty(LAYER + "people[0]", "olga");
        environment.setProperty(LAYER + "recurrence", recurrence);
        if (start != null) {
            environment.setProperty(LAYER + "start", start);
        }
    }

    private List<String> problems() {
        return new OnCallSettingsCheck().problems(environment);
    }
}
