package io.watchdesk.publishing;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes posts down: written down before the call and after it, the call itself without any lock. */
@Component
class ChannelAfterCare implements AfterCare {

    private static final Logger log = LoggerFactory.getLogger(ChannelAfterCare.class);

    private final Publications rows;
    private final Channels channels;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate own;
    private final TransactionTemplate joined;

    ChannelAfterCare(
            Publications rows,
            Channels channels,
            People people,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.channels = channels;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public TakeDown takeDown(String publicationId, String reason) {
        requireReason(reason);
        Publication out = own.execute(status -> {
            Publication root = requireOut(publicationId);
            note(root, "takeDownStarted", reason);
            return root;
        });
        if (out.state() == State.TAKEN_DOWN) {
            return TakeDown.DONE;
        }
        Channel channel = channels.of(out.accountId());
        if (channel.byPerson()) {
            return TakeDown.HANDED_OVER;
        }
        Answer answer = call(channel, out, reason);
        own.executeWithoutResult(status -> {
            if (answer instanceof Answer.Done done) {
                down(rows.lock(out.id()), done.at(), reason, answer.sentence());
            } else {
                note(out, "takeDownFailed", answer.sentence());
            }
        });
        return answer instanceof Answer.Done ? TakeDown.DONE : TakeDown.FAILED;
    }

    @Override
    public void confirmTakenDown(String publicationId, String reason, String evidence) {
        requireReason(reason);
        if (evidence == null || evidence.isBlank()) {
            throw new Refused("Say how it can be seen that the post is gone: a link or a sentence.");
        }
        joined.executeWithoutResult(status -> {
            Publication out = requireOut(publicationId);
            down(out, clock.instant(), reason, evidence);
        });
    }

    private Publication requireOut(String publicationId) {
        Publication root = rows.lock(rows.get(publicationId).root());
        if (root.state() != State.PUBLISHED && root.state() != State.TAKEN_DOWN) {
            throw new Refused("%s is not out, so it cannot be taken down.".formatted(root.id()));
        }
        return root;
    }

    private static Answer call(Channel channel, Publication out, String reason) {
        try {
            return channel.takeDown(out.remoteId(), reason);
        } catch (RuntimeException e) {
            log.warn("The channel failed to take {} down.", out.id(), e);
            return new Answer.Unknown("The channel failed without an answer: " + e.getMessage());
        }
    }

    private void down(Publication before, Instant at, String reason, String evidence) {
        if (before.state() == State.TAKEN_DOWN) {
            return;
        }
        rows.takenDown(before.id(), at, reason);
        note(before, "takenDown", evidence);
        audit.record("publishing.takenDown", before.pieceId(), before, rows.get(before.id()));
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("Taking a post down needs a reason.");
        }
    }

    private void note(Publication publication, String step, String answer) {
        rows.attempt(publication.id(), rows.calls(publication.id()), step, answer, people.actor());
    }
}
