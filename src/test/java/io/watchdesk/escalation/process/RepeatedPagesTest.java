package io.watchdesk.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.PageSteps;
import io.watchdesk.escalation.Paging;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Repeated pages of several crises to one person, whose windows end at the same moment. */
class RepeatedPagesTest extends ProcessSpecification {

    private static final int CRISES = 8;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private PageSteps steps;

    private final ExecutorService pagers = Executors.newFixedThreadPool(CRISES);
    private final CyclicBarrier start = new CyclicBarrier(CRISES);

    @AfterEach
    void stop() {
        pagers.shutdownNow();
    }

    @Test
    void one_of_them_goes_out_and_takes_the_others_along() {
        // Later than whatever other stories left, so that nobody was paged a moment ago.
        theTimeIs(Instant.parse("2043-01-01T03:10:00Z"));
        List<Crisis> crises =
                IntStream.range(0, CRISES).mapToObj(this::declared).toList();
        List<String> pages = crises.stream()
                .map(crisis -> steps.request(
                        new Paging.Request(crisis.id(), 2, 1, "olga", List.of(), Paging.Kind.REPEAT, null)))
                .toList();

        List<CompletableFuture<PageSteps.Choice>> choices = pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> chosenAtOnce(page), pagers))
                .toList();

        assertThat(choices)
                .extracting(CompletableFuture::join)
                .containsOnlyOnce(PageSteps.Choice.PERSON)
                .containsOnly(PageSteps.Choice.PERSON, PageSteps.Choice.NOT_NEEDED);
        crises.forEach(crisis -> response.falseAlarm(crisis.id(), "The story is over."));
    }

    private PageSteps.Choice chosenAtOnce(String page) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return steps.choose(page).choice();
    }

    private Crisis declared(int number) {
        return response.declare(new CrisisResponse.Declaration(
                "At once " + number,
                List.of("newsroom"),
                "At once %d".formatted(number),
                "other",
                Level.RED,
                List.of("The test says so."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                clock.instant()));
    }
}
