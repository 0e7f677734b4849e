package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.oncall.SwapProcess;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offers shifts and takes offered ones, as the tasks of the process do. */
@RestController
@OnPage("oncall")
@RequestMapping("/desk/on-call/swaps")
class SwapDeeds {

    private static final int LONGEST_NOTE = 1000;

    /** Nobody plans shifts so far ahead; looking for them would take long. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final SwapProcess swaps;
    private final Clock clock;

    SwapDeeds(SwapProcess swaps, Clock clock) {
        this.swaps = swaps;
        this.clock = clock;
    }

    /** Offers a shift of the signed-in person. */
    @PostMapping
    Map<String, String> offer(@RequestBody Offer offer) {
        if (offer.rota() == null || offer.from() == null || offer.until() == null) {
            throw new Refused("Choose one of your coming shifts.");
        }
        Instant now = clock.instant();
        if (offer.from().isBefore(now.minus(FARTHEST)) || offer.until().isAfter(now.plus(FARTHEST))) {
            throw new Refused("Choose a shift within %d days.".formatted(FARTHEST.toDays()));
        }
        if (offer.note() != null && offer.note().length() > LONGEST_NOTE) {
            throw new Refused("A note has at most %,d characters.".formatted(LONGEST_NOTE));
        }
        return Map.of("id", swaps.offer(offer.rota(), offer.from(), offer.until(), offer.note()));
    }

    /** The signed-in person takes the shift. */
    @PostMapping("/{id}/acceptance")
    void accept(@PathVariable String id) {
        swaps.accept(id);
    }

    /** @param note for the colleagues, or null */
    record Offer(String rota, Instant from, Instant until, String note) {}
}
