package io.watchdesk.escalation;

import io.watchdesk.escalation.Page.Attempt;
import io.watchdesk.escalation.Page.Result;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.Express;
import io.watchdesk.notification.Message;
import io.watchdesk.oncall.Contacts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries pages out of the house, after their step has committed and in threads that nobody else needs. */
@Component
class PageCourier {

    private static final Logger LOG = LoggerFactory.getLogger(PageCourier.class);

    private final Pages pages;
    private final PageWriter writer;
    private final Express express;
    private final PageThreads threads;
    private final PageAnswers answers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String host;

    PageCourier(
            Pages pages,
            PageWriter writer,
            Express express,
            PageThreads threads,
            @Lazy PageAnswers answers,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${watchdesk.base-url}") URI baseUrl) {
        this.pages = pages;
        this.writer = writer;
        this.express = express;
        this.threads = threads;
        this.answers = answers;
        this.transaction = transaction;
        this.clock = clock;
        this.host = baseUrl.getHost() == null ? "watchdesk.invalid" : baseUrl.getHost();
    }

    /** Writes the page in the current transaction and sends it when that has committed. */
    void take(Page page, List<Page> others, Attempt attempt) {
        Message message = writer.write(page, others, attempt.person());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                threads.run(attempt.address().kind(), () -> deliver(page, attempt, message));
            }
        });
    }

    private void deliver(Page page, Attempt attempt, Message message) {
        try {
            if (pages.isWaiting(attempt.id())) {
                answer(page, attempt, send(page, attempt, message));
            }
        } catch (RuntimeException e) {
            // The page's timer goes on without this answer.
            LOG.error("What became of page {} to {} cannot be noted.", page.id(), attempt.person(), e);
        }
    }

    private Delivery send(Page page, Attempt attempt, Message message) {
        try {
            return attempt.address().kind() == Contacts.Kind.CHAT
                    ? express.chat(attempt.address().target(), message)
                    : express.mail(attempt.person(), attempt.address().target(), messageId(page, attempt), message);
        } catch (RuntimeException e) {
            LOG.error("Page {} to {} was not sent.", page.id(), attempt.person(), e);
            return Delivery.failed(e.getClass().getSimpleName());
        }
    }

    private void answer(Page page, Attempt attempt, Delivery delivery) {
        boolean heard;
        try {
            heard = Boolean.TRUE.equals(transaction.execute(status -> {
                end(attempt, delivery);
                return answers.answered(page.crisisId(), attempt.id(), delivery.outcome());
            }));
        } catch (RuntimeException e) {
            LOG.warn("Page {} did not go on with its answer; its timer does.", page.id(), e);
            heard = false;
        }
        if (!heard) {
            transaction.executeWithoutResult(status -> end(attempt, delivery));
        }
    }

    private void end(Attempt attempt, Delivery delivery) {
        Result result = switch (delivery.outcome()) {
            case DELIVERED -> Result.DELIVERED;
            case REFUSED -> Result.REFUSED;
            case FAILED -> Result.FAILED;
        };
        pages.end(attempt.id(), result, attempt.address().maskedIn(delivery.said()), clock.instant());
    }

    /** The same for every try at one address, so that a page that arrives twice is recognisable; null for a chat. */
    String messageId(Page page, Attempt attempt) {
        if (attempt.address().kind() == Contacts.Kind.CHAT) {
            return null;
        }
        return "<%s.%s.%s@%s>"
                .formatted(
                        page.id(),
                        attempt.round(),
                        Integer.toHexString(attempt.address().target().hashCode()),
                        host);
    }
}
