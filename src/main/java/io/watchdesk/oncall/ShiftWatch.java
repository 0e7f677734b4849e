package io.watchdesk.oncall;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Looks regularly whether hands have changed. Several nodes may look; the database lets one of them open the hand-over. */
@Component
class ShiftWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ShiftWatch.class);

    private final Handovers handovers;
    private final Duration pause;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    ShiftWatch(Handovers handovers, OnCallSettings settings) {
        this.handovers = handovers;
        this.pause = settings.shiftCheck();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (pause.isZero() || pause.isNegative()) {
            return;
        }
        scheduler.setThreadNamePrefix("shift-watch-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(5);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::look, pause);
    }

    private void look() {
        try {
            handovers.look();
        } catch (RuntimeException failure) {
            // The next look finds the same change again.
            LOG.warn("Whether hands have changed could not be seen this time: {}", failure.toString());
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
