package io.watchdesk.signal;

import io.watchdesk.platform.OrderlyEnd;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes all rounds while the application runs; one that fails or hangs keeps no other from being made. */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int MOST_THREADS = 16;

    private final List<Round.Maker> makers;
    private ScheduledThreadPoolExecutor threads;

    Rounds(List<Round.Maker> makers) {
        this.makers = makers;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (threads != null) {
            return;
        }
        List<Round> rounds =
                makers.stream().flatMap(maker -> maker.rounds().stream()).toList();
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(Math.min(Math.max(1, rounds.size()), MOST_THREADS), work -> {
            Thread thread = new Thread(work, "signal-rounds-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        rounds.forEach(round -> threads.scheduleWithFixedDelay(
                () -> go(round), round.every().toMillis(), round.every().toMillis(), TimeUnit.MILLISECONDS));
    }

    @PreDestroy
    synchronized void end() {
        if (threads != null) {
            OrderlyEnd.of(threads);
        }
    }

    /** A round that threw would never be made again. */
    private static void go(Round round) {
        try {
            round.deed().run();
        } catch (RuntimeException e) {
            LOG.error("{} failed and is tried again in {}.", round.name(), Spans.inWords(round.every()), e);
        }
    }
}
