package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.PublishingPause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Translates the ledger's answers into the few outcomes that the process distinguishes. */
@Service
class PublicationRunner implements PublicationSteps {

    private static final String PUBLISHERS = "publishers";

    /** How long a post waits before it is asked again whether this machine may publish. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final PublishRun run;
    private final Holds holds;
    private final Accounts accounts;
    private final Contents contents;
    private final PublicationNews news;
    private final Notifications notifications;
    private final PublicationRetries retries;
    private final List<PublishingPause> pauses;
    private final People people;
    private final Clock clock;

    PublicationRunner(
            Ledger ledger,
            PublishRun run,
            Holds holds,
            Accounts accounts,
            Contents contents,
            PublicationNews news,
            Notifications notifications,
            PublicationRetries retries,
            List<PublishingPause> pauses,
            People people,
            Clock clock) {
        this.ledger = ledger;
        this.run = run;
        this.holds = holds;
        this.accounts = accounts;
        this.contents = contents;
        this.news = news;
        this.notifications = notifications;
        this.retries = retries;
        this.pauses = pauses;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Standing standing(String publicationId) {
        Publication publication = ledger.get(publicationId);
        List<Hold> open = publication.waiting() ? holds.openFor(publicationId) : List.of();
        Instant due = publication.slot().at();
        SlotStatus status = !open.isEmpty()
                ? SlotStatus.HELD
                : due.isAfter(clock.instant()) && publication.waiting() ? SlotStatus.AHEAD : SlotStatus.DUE;
        String sentence = open.isEmpty() ? null : HoldSentences.of(open, people);
        Lane lane = publication.crisisId() == null ? Lane.EVERYDAY : Lane.CRISIS;
        return new Standing(publication.pieceId(), accountName(publication), due, status, sentence, lane);
    }

    @Override
    public Step<ClaimOutcome> claim(String publicationId) {
        Claim claim = ledger.claim(publicationId);
        ClaimOutcome outcome = switch (claim.outcome()) {
            case CLEAR, UNKNOWN, ALREADY_OUT -> ClaimOutcome.CLEAR;
            case HELD -> ClaimOutcome.HELD;
            case LATE -> ClaimOutcome.LATE;
            case APPROVAL_VOID, RIGHTS_MISSING, BLOCKED -> ClaimOutcome.NEEDS_REVISION;
            case REFUSED -> ClaimOutcome.REFUSED;
            case DROPPED -> ClaimOutcome.GONE;
        };
        return new Step<>(outcome, claim.sentence(), null);
    }

    @Override
    public Step<PublishRun.Outcome> publish(String publicationId) {
        Optional<String> pause =
                pauses.stream().flatMap(each -> each.reason().stream()).findFirst();
        if (pause.isPresent()) {
            return new Step<>(
                    PublishRun.Outcome.NOT_SENT, pause.get(), clock.instant().plus(PAUSE));
        }
        return step(publicationId, run.publish(publicationId));
    }

    @Override
    public Step<PublishRun.Outcome> lookUp(String publicationId) {
        return step(publicationId, run.lookUp(publicationId));
    }

    @Override
    public void tellStuck(String publicationId, String taskId, String problem) {
        Publication publication = ledger.get(publicationId);
        Piece piece = contents.piece(publication.pieceId());
        notifications.tellGroup(
                PUBLISHERS,
                new Message.PublicationStuck(piece.id(), piece.title(), accountName(publication), taskId, problem));
    }

    private Step<PublishRun.Outcome> step(String publicationId, PublishRun.Result result) {
        return switch (result.outcome()) {
            case PUBLISHED -> {
                news.published(ledger.get(publicationId));
                yield new Step<>(result.outcome(), result.sentence(), null);
            }
            case NOT_SENT -> retry(publicationId, result);
            case HANDED_OVER, REFUSED, UNKNOWN -> new Step<>(result.outcome(), result.sentence(), null);
        };
    }

    /** What surely was not received is tried again after a pause that grows, until the settings leave it to a person. */
    private Step<PublishRun.Outcome> retry(String publicationId, PublishRun.Result result) {
        long calls = ledger.attempts(publicationId).stream()
                .mapToInt(Ledger.Attempt::number)
                .max()
                .orElse(0);
        Instant now = clock.instant();
        if (calls > retries.retryAfter().size()) {
            return new Step<>(
                    PublishRun.Outcome.REFUSED, "%s It was tried %d times.".formatted(result.sentence(), calls), null);
        }
        Instant own = calls == 0 ? now : now.plus(pause(calls));
        Instant wanted = result.retryAt();
        return new Step<>(result.outcome(), result.sentence(), wanted != null && wanted.isAfter(own) ? wanted : own);
    }

    private Duration pause(long calls) {
        return retries.retryAfter().get((int) calls - 1);
    }

    private String accountName(Publication publication) {
        return accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId());
    }
}
