package io.watchdesk.escalation;

import io.watchdesk.oncall.Contacts;
import io.watchdesk.platform.OrderlyEnd;
import io.watchdesk.platform.Outcomes;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

@Component
class PagePool implements PageThreads {

    private final Map<Contacts.Kind, ThreadPoolExecutor> threads = new EnumMap<>(Contacts.Kind.class);

    PagePool(PagingSettings settings) {
        for (Contacts.Kind way : Contacts.Kind.values()) {
            AtomicInteger number = new AtomicInteger();
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    settings.senders(), settings.senders(), 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
                        Thread thread = new Thread(work, "page-" + Outcomes.text(way) + "-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
            pool.allowCoreThreadTimeOut(true);
            threads.put(way, pool);
        }
    }

    @Override
    public void run(Contacts.Kind way, Runnable sending) {
        threads.get(way).execute(sending);
    }

    /** What is not sent yet is sent by the next start: its page still waits for the answer. */
    @PreDestroy
    void stop() {
        threads.values().forEach(OrderlyEnd::of);
    }
}
