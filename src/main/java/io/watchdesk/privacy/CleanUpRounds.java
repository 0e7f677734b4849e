package io.watchdesk.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the clean-up look again and again whether it is due. */
@Component
class CleanUpRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUpRounds.class);

    private final CleanUp cleanUp;
    private final RetentionSettings settings;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    CleanUpRounds(CleanUp cleanUp, RetentionSettings settings) {
        this.cleanUp = cleanUp;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.checkEvery().isZero() || settings.checkEvery().isNegative()) {
            return;
        }
        scheduler.setThreadNamePrefix("clean-up-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(5);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::look, settings.checkEvery());
    }

    private void look() {
        try {
            cleanUp.look();
        } catch (RuntimeException failure) {
            LOG.error("Whether the clean-up is due could not be seen; it is tried again.", failure);
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
