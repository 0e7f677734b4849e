package io.watchdesk.work;

import io.watchdesk.platform.OrderlyEnd;
import io.watchdesk.platform.ThisNode;
import io.watchdesk.work.WorkTable.Held;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets this node carry out long work: takes what waits and what a node left behind that is not heard of any more, and says
 * again and again that it is still at it.
 */
@Component
class WorkRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);

    private final WorkTable table;
    private final WorkSteps steps;
    private final WorkSettings settings;
    private final ThisNode node;
    private final Clock clock;
    private volatile Threads threads;

    WorkRunner(WorkTable table, WorkSteps steps, WorkSettings settings, ThisNode node, Clock clock) {
        this.table = table;
        this.steps = steps;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void begun(WorkBegun work) {
        Threads now = threads;
        if (now != null) {
            try {
                now.looks.execute(() -> look(now));
            } catch (RejectedExecutionException ending) {
                LOG.debug("{} waits for another node or the next start.", work.id());
            }
        }
    }

    private void look(Threads now) {
        try {
            table.touch(now.holder, clock.instant());
            while (!now.ending && !steps.known().isEmpty() && now.free.tryAcquire()) {
                Optional<Held> held = Optional.empty();
                try {
                    held = table.take(
                            now.holder,
                            steps.known(),
                            clock.instant(),
                            clock.instant().minus(settings.silence()));
                } finally {
                    if (held.isEmpty()) {
                        now.free.release();
                    }
                }
                if (held.isEmpty()) {
                    return;
                }
                Held taken = held.get();
                now.hands.execute(() -> carryOut(now, taken));
            }
        } catch (RuntimeException failed) {
            // The next look comes soon; a database that is away must not end the thread.
            LOG.warn("Long work cannot be looked for: {}", failed.toString());
        }
    }

    private void carryOut(Threads now, Held held) {
        try {
            boolean more = true;
            while (more && !now.ending) {
                more = steps.next(held);
            }
            if (more) {
                table.giveBack(held);
            }
        } catch (RuntimeException failed) {
            LOG.warn("{} stops; it goes on after {}: {}", held.id(), settings.silence(), failed.toString());
        } finally {
            now.free.release();
        }
    }

    @Override
    public void start() {
        Threads begun = new Threads(
                // A life of its own: after a restart nobody takes for running what the last life left behind.
                node.name() + "#" + UUID.randomUUID().toString().substring(0, 8), settings.atOnce());
        begun.looks.scheduleWithFixedDelay(
                () -> look(begun), 0, settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
        threads = begun;
    }

    @Override
    public void stop() {
        Threads ended = threads;
        threads = null;
        ended.ending = true;
        OrderlyEnd.of(ended.looks);
        OrderlyEnd.of(ended.hands);
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** The threads of one life of this node. */
    private static final class Threads {

        private static final AtomicInteger COUNT = new AtomicInteger();

        private final String holder;
        private final Semaphore free;
        private final ScheduledExecutorService looks;
        private final ScheduledExecutorService hands;
        private volatile boolean ending;

        Threads(String holder, int atOnce) {
            this.holder = holder;
            this.free = new Semaphore(atOnce);
            this.looks = Executors.newSingleThreadScheduledExecutor(Threads::named);
            this.hands = Executors.newScheduledThreadPool(atOnce, Threads::named);
        }

        private static Thread named(Runnable work) {
            Thread made = new Thread(work, "long-work-" + COUNT.incrementAndGet());
            made.setDaemon(true);
            return made;
        }
    }
}
