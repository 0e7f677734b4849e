package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Reads everybody from the directory again and again, so that people are known before they first sign in, and rights end
 * without one. What cannot be read completely changes nothing.
 */
class DirectorySync implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySync.class);

    private final Directory directory;
    private final OutsidePeople outside;
    private final Clock clock;
    private final Duration every;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private final Set<String> refused = new HashSet<>();
    private boolean away;

    DirectorySync(Directory directory, OutsidePeople outside, Clock clock, Duration every) {
        this.directory = directory;
        this.outside = outside;
        this.clock = clock;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (every.isZero() || every.isNegative()) {
            return;
        }
        scheduler.setThreadNamePrefix("directory-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::lookQuietly, every);
    }

    private void lookQuietly() {
        try {
            look();
            if (away) {
                LOG.warn("The directory answers again.");
            }
            away = false;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.warn(
                        "People cannot be read from the directory; everybody keeps the rights they have until it"
                                + " answers: {}",
                        failure.getMessage());
            }
            away = true;
        }
    }

    /**
     * Brings everybody to what the directory says now.
     *
     * @throws DirectoryAway if it cannot be read completely, or tells of nobody at all, which is a mistake in the settings
     */
    synchronized void look() {
        Instant begun = clock.instant();
        Collection<OutsidePerson> everybody = directory.everybody();
        if (everybody.isEmpty()) {
            throw new DirectoryAway("it tells of nobody in any of the groups of watchdesk.sign-in.groups", null);
        }
        Set<String> there = new HashSet<>();
        for (OutsidePerson person : everybody) {
            try {
                there.add(outside.keep(DirectorySignIn.SOURCE, person));
            } catch (Refused conflict) {
                if (refused.add(person.id())) {
                    LOG.warn("Somebody of the directory is not taken over: {}", conflict.getMessage());
                }
            }
        }
        for (String person : outside.notConfirmedSince(DirectorySignIn.SOURCE, begun)) {
            if (!there.contains(person)) {
                outside.left(person);
            }
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
