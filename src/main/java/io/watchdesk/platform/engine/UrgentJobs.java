package io.watchdesk.platform.engine;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Threads that only steps of crises get. A step that can run at once is locked for this node in the transaction that makes it
 * and begins when that has committed: it neither waits for an acquisition nor behind steps of the content line. Dies the
 * node, the lock ends and any node's job executor finds the step.
 */
@Component
class UrgentJobs {

    /** From this priority on; the content line stays below. */
    static final long URGENT = 100;

    /** Steps that wait for a thread, for each thread; what is beyond is left to the job executor before its lock ends. */
    private static final int WAITING = 20;

    private final ThreadPoolExecutor threads;
    private final AtomicLong order = new AtomicLong();
    private final int room;

    UrgentJobs(@Value("${watchdesk.engine.crisis-threads:4}") int size) {
        AtomicLong number = new AtomicLong();
        room = size * WAITING;
        threads = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "crisis-step-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Whether this step is one of a crisis, and there is room for it. */
    boolean take(JobEntity job) {
        return job.getPriority() >= URGENT && threads.getQueue().size() < room && !threads.isShutdown();
    }

    /** Begins the step as soon as a thread is free, the most urgent first. */
    void run(String jobId, long priority, ProcessEngineConfigurationImpl engine) {
        threads.execute(new Step(
                priority,
                order.incrementAndGet(),
                engine.getJobExecutor().getExecuteJobsRunnable(List.of(jobId), engine.getProcessEngine())));
    }

    /** The job executor has stopped before; what waits here gives its lock back, what runs may end. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }

    private record Step(long priority, long number, Runnable work) implements Runnable, Comparable<Step> {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Step other) {
            return priority == other.priority
                    ? Long.compare(number, other.number)
                    : Long.compare(other.priority, priority);
        }
    }
}
