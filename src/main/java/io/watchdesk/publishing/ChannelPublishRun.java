package io.watchdesk.publishing;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.publishing.Publication.State;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The call and its three steps: commit that it starts, make it, commit how it ended. */
@Component
class ChannelPublishRun implements PublishRun {

    private static final Logger log = LoggerFactory.getLogger(ChannelPublishRun.class);

    private final Publications rows;
    private final Clearance clearance;
    private final HoldBook holds;
    private final Exemptions exemptions;
    private final Channels channels;
    private final Orders orders;
    private final People people;
    private final AuditLog audit;
    private final TransactionTemplate own;

    ChannelPublishRun(
            Publications rows,
            Clearance clearance,
            HoldBook holds,
            Exemptions exemptions,
            Channels channels,
            Orders orders,
            People people,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.clearance = clearance;
        this.holds = holds;
        this.exemptions = exemptions;
        this.channels = channels;
        this.orders = orders;
        this.people = people;
        this.audit = audit;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Result publish(String publicationId) {
        Optional<Call> call = own.execute(status -> start(publicationId));
        if (call.isEmpty()) {
            return result(rows.get(publicationId), null);
        }
        Answer answer = send(call.get());
        Publication after = own.execute(status -> record(call.get(), answer));
        return result(after, answer instanceof Answer.NotSent notSent ? notSent.retryAt() : null);
    }

    @Override
    public Result lookUp(String publicationId) {
        own.executeWithoutResult(status -> interrupted(publicationId));
        Publication unknown = rows.get(publicationId);
        if (unknown.state() == State.UNKNOWN) {
            LookUp found = look(unknown);
            own.executeWithoutResult(status -> settle(publicationId, found));
        }
        return result(rows.get(publicationId), null);
    }

    /** A call whose machine died is unknown from now on. Does nothing to a call that ended or never started. */
    void interrupted(String publicationId) {
        Publication publication = rows.lock(publicationId);
        if (publication.state() == State.IN_FLIGHT && publication.callStartedAt() != null) {
            end(
                    publication,
                    State.UNKNOWN,
                    "unknown",
                    "The call to the channel was interrupted; nobody knows its end.");
        }
    }

    /** A publication that may have gone out after the backup was made from which this database was restored. */
    void unknownSince(String publicationId, Instant takenAt) {
        Publication publication = rows.lock(publicationId);
        if (publication.waiting() || publication.state() == State.IN_FLIGHT) {
            end(
                    publication,
                    State.UNKNOWN,
                    "unknown",
                    "The database was restored from a backup of %s; perhaps it went out since.".formatted(takenAt));
        }
    }

    /** Commits to exactly one call, or to none. */
    private Optional<Call> start(String publicationId) {
        Publication publication = rows.lock(publicationId);
        if (publication.state() == State.PLANNED) {
            throw new IllegalStateException(publicationId + " must be claimed before it is published.");
        }
        if (publication.state() != State.IN_FLIGHT) {
            return Optional.empty();
        }
        if (alreadyStarted(publication)) {
            interrupted(publicationId);
            return Optional.empty();
        }
        Optional<String> objection = lastObjection(publication);
        if (objection.isPresent()) {
            rows.settle(publicationId, State.READY, objection.get());
            note(publication, "notStarted", objection.get());
            return Optional.empty();
        }
        exemptions.record(publication);
        Channel channel = channels.of(publication.accountId());
        if (channel.byPerson()) {
            rows.callStarted(publicationId, State.WITH_PERSON);
            note(publication, "handedOver", null);
            return Optional.empty();
        }
        Order order = orders.of(publication);
        String target = publication.corrects() == null
                ? null
                : rows.get(publication.root()).remoteId();
        markStarted(publicationId);
        note(publication, "callStarted", null);
        return Optional.of(new Call(publication, rows.calls(publicationId), channel, order, target));
    }

    /** Whether an earlier run committed to the call: then it may be out, and is never made again. */
    boolean alreadyStarted(Publication publication) {
        return publication.callStartedAt() != null;
    }

    /** Commits, with the transaction, that a call may be out there from now on. */
    void markStarted(String publicationId) {
        rows.callStarted(publicationId, State.IN_FLIGHT);
    }

    /** Between claim and call, time may have passed: what stood against the claim stands against the call. */
    private Optional<String> lastObjection(Publication publication) {
        if (clearance.listOutdated(publication)) {
            return Optional.of("The word list changed after the claim.");
        }
        Optional<Claim> objection = clearance.objection(publication);
        if (objection.isEmpty()) {
            holds.lockGuard();
            objection = clearance.held(publication);
        }
        return objection.map(Claim::sentence);
    }

    private Answer send(Call call) {
        try {
            return call.target() == null
                    ? call.channel().publish(call.order())
                    : call.channel().update(call.order(), call.target());
        } catch (RuntimeException e) {
            log.warn(
                    "The channel failed on {}; its end is unknown.",
                    call.publication().id(),
                    e);
            return new Answer.Unknown("The channel failed without an answer: " + e.getMessage());
        }
    }

    private Publication record(Call call, Answer answer) {
        Publication now = rows.lock(call.publication().id());
        boolean mine = rows.calls(now.id()) == call.number();
        boolean open = mine && (now.state() == State.IN_FLIGHT || now.state() == State.UNKNOWN);
        boolean over = now.state() == State.PUBLISHED || now.state() == State.TAKEN_DOWN;
        if (answer instanceof Answer.Done done && !over) {
            out(now, done.remoteId(), done.link(), done.at(), done.sentence());
        } else if (open && answer instanceof Answer.Refusal) {
            end(now, State.REFUSED, "refused", answer.sentence());
        } else if (open && answer instanceof Answer.NotSent) {
            end(now, State.READY, "notSent", answer.sentence());
        } else if (open) {
            end(now, State.UNKNOWN, "unknown", answer.sentence());
        } else {
            note(now, "answeredLate", answer.sentence());
        }
        return rows.get(now.id());
    }

    private LookUp look(Publication publication) {
        try {
            return channels.of(publication.accountId()).lookUp(orders.of(publication));
        } catch (RuntimeException e) {
            log.warn("Looking {} up failed.", publication.id(), e);
            return new LookUp.Unclear("The channel could not be asked: " + e.getMessage());
        }
    }

    private void settle(String publicationId, LookUp answer) {
        Publication now = rows.lock(publicationId);
        if (now.state() != State.UNKNOWN) {
            return;
        }
        if (answer instanceof LookUp.Found found) {
            out(now, found.remoteId(), found.link(), found.at(), found.sentence());
        } else if (answer instanceof LookUp.Absent) {
            end(now, State.READY, "foundAbsent", answer.sentence());
        } else {
            note(now, "lookedUp", answer.sentence());
        }
    }

    private void out(Publication before, String remoteId, String link, Instant at, String sentence) {
        rows.published(before.id(), remoteId, link, at, sentence);
        note(before, "published", sentence);
        audit.record("publishing.published", before.pieceId(), before, rows.get(before.id()));
    }

    private void end(Publication before, State state, String step, String sentence) {
        rows.settle(before.id(), state, sentence);
        note(before, step, sentence);
        audit.record("publishing." + step, before.pieceId(), before, rows.get(before.id()));
    }

    private void note(Publication publication, String step, String answer) {
        rows.attempt(publication.id(), rows.calls(publication.id()), step, answer, people.actor());
    }

    private static Result result(Publication publication, Instant retryAt) {
        Outcome outcome = switch (publication.state()) {
            case PUBLISHED, TAKEN_DOWN -> Outcome.PUBLISHED;
            case WITH_PERSON -> Outcome.HANDED_OVER;
            case REFUSED -> Outcome.REFUSED;
            case PLANNED, READY, DROPPED -> Outcome.NOT_SENT;
            case UNKNOWN, IN_FLIGHT -> Outcome.UNKNOWN;
        };
        String sentence = publication.lastAnswer() == null ? words(outcome) : publication.lastAnswer();
        return new Result(outcome, sentence, publication.link(), retryAt);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case PUBLISHED -> "The post is out.";
            case HANDED_OVER -> "The post waits for a person who publishes it by hand.";
            case REFUSED -> "The channel refused the post.";
            case NOT_SENT -> "The post was not sent.";
            case UNKNOWN -> "Nobody knows yet whether the post is out.";
        };
    }

    /** @param target the channel's id of the post to replace, or null for a new one */
    private record Call(Publication publication, int number, Channel channel, Order order, String target) {}
}
