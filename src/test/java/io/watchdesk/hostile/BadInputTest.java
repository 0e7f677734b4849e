package io.watchdesk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.Specification;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A small number of what {@link BadInputSiege} sends; the same each time, so that a failure can be looked at again. */
@Order(3)
class BadInputTest extends Specification {

    private static final long SEED = 20261122;
    private static final int INPUTS = Integer.getInteger("watchdesk.test.bad-inputs", 400);

    @Override
    protected boolean jobsRunByThemselves() {
        return false;
    }

    @Test
    @SuppressWarnings("try")
    void bad_input_is_an_error_of_the_sender_and_tells_nothing_of_the_inside() throws Exception {
        URI root = URI.create("http://localhost:" + port);
        List<Endpoint> endpoints = Endpoints.all();
        assertThat(BadInputs.counted(endpoints))
                .hasEntrySatisfying("ours", ours -> assertThat(ours).isGreaterThan(60));
        assertThat(BadInputs.counted(endpoints))
                .hasEntrySatisfying(
                        "Camunda's", camundas -> assertThat(camundas).isGreaterThan(300));
        try (StandInAssessment assessment = new StandInAssessment(repositoryService, runtimeService)) {
            Siege siege = new Siege(new Wire(root, SignalSender.SECRET, "a-token-of-the-tests"));
            BadInputs inputs = new BadInputs(SEED, endpoints, false);

            siege.send(Stream.generate(inputs::next).limit(INPUTS).toList());

            assertThat(siege.breaches()).as(siege.table()).isEmpty();
        }
    }
}
