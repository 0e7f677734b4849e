package io.watchdesk.escalation;

import io.watchdesk.crisis.CrisisLetters;
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

/** Sends the news of crises that are noted. Several nodes may do it: rows are locked while they are told. */
@Component
class FollowUpRounds {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpRounds.class);

    private final FollowUps followUps;
    private final CrisisLetters letters;
    private final PagingSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread worker = new Thread(work, "crisis-follow-ups");
        worker.setDaemon(true);
        return worker;
    });

    FollowUpRounds(FollowUps followUps, CrisisLetters letters, PagingSettings settings) {
        this.followUps = followUps;
        this.letters = letters;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long pause = settings.bundleCheck().toMillis();
        thread.scheduleWithFixedDelay(() -> round(followUps::send), pause, pause, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> round(letters::send), pause, pause, TimeUnit.MILLISECONDS);
    }

    private static void round(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("News of crises were not sent; they are sent in the next round.", e);
        }
    }

    @PreDestroy
    void stop() {
        OrderlyEnd.of(thread);
    }
}
