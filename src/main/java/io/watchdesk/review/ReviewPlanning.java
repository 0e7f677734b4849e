package io.watchdesk.review;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The beginning of a review: what the decision tables are asked, and what becomes of their answers. */
@Service
@Transactional
public class ReviewPlanning {

    private final ReviewStore store;
    private final Contents contents;
    private final Screenings screenings;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final Pattern claims;

    ReviewPlanning(
            ReviewStore store,
            Contents contents,
            Screenings screenings,
            Accounts accounts,
            AuditLog audit,
            Clock clock,
            ReviewSettings settings) {
        this.store = store;
        this.contents = contents;
        this.screenings = screenings;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.claims = Pattern.compile(settings.claimPattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What the decision tables know about a version. */
    @Transactional(readOnly = true)
    public ReviewFacts facts(String pieceId, int number) {
        Version version = contents.version(pieceId, number);
        Piece piece = contents.piece(pieceId);
        return new ReviewFacts(
                gravestFinding(pieceId, number),
                Outcomes.text(piece.brief().category()),
                Outcomes.text(version.ai()),
                texts(version).anyMatch(text -> claims.matcher(text).find()) ? "figures" : "none",
                piece.brief().accounts().stream().map(this::platform).distinct().toList());
    }

    /** The planned time of a piece that has no slot yet: the wished one, or null. */
    @Transactional(readOnly = true)
    public Instant wishedSlot(String pieceId) {
        return contents.wishedTime(contents.piece(pieceId))
                .map(ZonedDateTime::toInstant)
                .orElse(null);
    }

    /**
     * Opens a round for the content as it is now.
     *
     * @param stages in the order in which they follow each other, at least one
     * @param items of every checklist; a stage whose checklist has none gets all of them
     * @param slot the planned time, or null
     * @throws IllegalStateException when the table planned no stage
     */
    public Round open(
            String pieceId, int number, String risk, List<StagePlan> stages, List<ChecklistItem> items, Instant slot) {
        if (stages.isEmpty()) {
            throw new IllegalStateException("The table review-stages planned no stage for %s.".formatted(pieceId));
        }
        Version version = contents.version(pieceId, number);
        boolean known = stages.stream().allMatch(StagePlan::known);
        Round round = new Round(
                store.nextRoundId(),
                pieceId,
                number,
                contents.currentHash(version),
                screenings
                        .latest(pieceId, number)
                        .map(Screenings.Report::listVersion)
                        .orElseGet(screenings::listVersion),
                risk,
                known,
                slot,
                null,
                clock.instant(),
                null,
                null);
        store.insert(round);
        int position = 1;
        for (StagePlan stage : stages) {
            store.insert(round.id(), position++, stage, checklist(stage, items));
        }
        audit.record(
                "review.opened",
                pieceId,
                null,
                Map.of(
                        "review",
                        round.id(),
                        "version",
                        number,
                        "hash",
                        round.hash(),
                        "risk",
                        risk,
                        "inputKnown",
                        known,
                        "stages",
                        stages.stream().map(StagePlan::stage).toList()));
        return round;
    }

    private static List<ChecklistItem> checklist(StagePlan stage, List<ChecklistItem> items) {
        List<ChecklistItem> own = items.stream()
                .filter(item -> item.checklist().equals(stage.checklist()))
                .toList();
        return own.isEmpty() ? items : own;
    }

    private String gravestFinding(String pieceId, int number) {
        return screenings
                .latest(pieceId, number)
                .map(report -> report.findings().stream()
                        .map(Finding::severity)
                        .max(Comparator.naturalOrder())
                        .map(Outcomes::text)
                        .orElse("none"))
                .orElse("unknown");
    }

    private String platform(String accountId) {
        return accounts.find(accountId)
                .map(Account::platform)
                .map(platform -> platform.toLowerCase(Locale.ROOT))
                .orElse("unknown");
    }

    private static Stream<String> texts(Version version) {
        return Stream.concat(
                Stream.of(version.title(), version.body()),
                version.variants().stream().flatMap(variant -> Stream.of(variant.title(), variant.body())));
    }
}
