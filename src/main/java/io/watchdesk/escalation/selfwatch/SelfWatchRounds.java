package io.watchdesk.escalation.selfwatch;

import io.watchdesk.platform.OrderlyEnd;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the self-watch look again and again, in a thread that waits for nobody else. */
@Component
class SelfWatchRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatchRounds.class);

    private final SelfWatch watch;
    private final SelfWatchSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread worker = new Thread(work, "self-watch");
        worker.setDaemon(true);
        return worker;
    });

    SelfWatchRounds(SelfWatch watch, SelfWatchSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long pause = settings.every().toMillis();
        thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** A thrown error would end all later rounds. */
    private void look() {
        try {
            watch.look();
        } catch (RuntimeException | Error e) {
            LOG.error("The self-watch failed; it looks again in {}.", settings.every(), e);
        }
    }

    @PreDestroy
    void stop() {
        OrderlyEnd.of(thread);
    }
}
