package io.watchdesk.testing;

import io.watchdesk.escalation.PageThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/**
 * Sends pages in the application's own threads where jobs run by themselves; where the test runs them, a page has been
 * answered when its step is over.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPages {

    private static final AtomicInteger LOST = new AtomicInteger();

    /** The next pages are lost between their step and the mail server, as if the machine had died there. */
    public static void loseNext(int pages) {
        LOST.set(pages);
    }

    @Bean
    @Primary
    PageThreads patientPageThreads(@Qualifier("pagePool") PageThreads pool, @Lazy JobExecutor jobs) {
        return (way, sending) -> {
            if (LOST.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            if (jobs.isActive()) {
                pool.run(way, sending);
            } else {
                CompletableFuture.runAsync(sending).join();
            }
        };
    }
}
