package io.watchdesk.platform.engine;

import io.watchdesk.platform.OrderlyEnd;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for held tasks while the application runs; two nodes that look at once meet in the engine's optimistic lock. */
@Component
class HeldTasksRound {

    private static final Logger LOG = LoggerFactory.getLogger(HeldTasksRound.class);

    private final HeldTasks held;
    private final LeftBehindSettings settings;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "tasks-left-behind");
        made.setDaemon(true);
        return made;
    });

    HeldTasksRound(HeldTasks held, LeftBehindSettings settings) {
        this.held = held;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!settings.every().isZero()) {
            long pause = settings.every().toMillis();
            thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void end() {
        OrderlyEnd.of(thread);
    }

    /** A round that threw would never be made again. */
    private void look() {
        try {
            held.look();
        } catch (RuntimeException e) {
            LOG.error("Tasks that were left behind could not be looked for; it is tried again.", e);
        }
    }
}
