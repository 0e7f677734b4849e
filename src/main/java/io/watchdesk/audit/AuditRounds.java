package io.watchdesk.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the audit watch look again and again. */
@Component
class AuditRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

    private final AuditWatch watch;
    private final AuditSettings settings;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    AuditRounds(AuditWatch watch, AuditSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.checkEvery().isZero() || settings.checkEvery().isNegative()) {
            return;
        }
        scheduler.setThreadNamePrefix("audit-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(5);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::look, settings.checkEvery());
    }

    private void look() {
        try {
            watch.look();
        } catch (RuntimeException failure) {
            LOG.error("The audit log cannot be verified; it is tried again.", failure);
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
