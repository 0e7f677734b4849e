package io.watchdesk.platform.signin;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Takes the groups of those away who have not signed in for long: a provider tells of people only when they come, so nobody
 * would learn that somebody is gone.
 */
class ProviderLeavers implements DisposableBean {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLeavers.class);

    private final ProviderSettings settings;
    private final OutsidePeople outside;
    private final Clock clock;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    ProviderLeavers(ProviderSettings settings, OutsidePeople outside, Clock clock) {
        this.settings = settings;
        this.outside = outside;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.setThreadNamePrefix("leavers-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::look, EVERY);
    }

    private void look() {
        try {
            for (String person :
                    outside.notConfirmedSince(settings.issuer(), clock.instant().minus(settings.forgetAfter()))) {
                LOG.warn(
                        "{} has not signed in for {} and loses every right here until then.",
                        person,
                        settings.forgetAfter());
                outside.left(person);
            }
        } catch (RuntimeException failure) {
            // The next look finds the same people.
            LOG.warn("Who has not signed in for long could not be seen this time: {}", failure.toString());
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
