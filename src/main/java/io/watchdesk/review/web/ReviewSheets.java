package io.watchdesk.review.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.ReasonCode;
import io.watchdesk.review.ReviewSettings;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.SigningOff;
import io.watchdesk.review.Stage;
import io.watchdesk.review.StagePlan;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.review.web.ReviewSheet.ChangesShown;
import io.watchdesk.review.web.ReviewSheet.PersonShown;
import io.watchdesk.review.web.ReviewSheet.ReasonShown;
import io.watchdesk.review.web.ReviewSheet.RoundShown;
import io.watchdesk.review.web.ReviewSheet.ScreeningShown;
import io.watchdesk.review.web.ReviewSheet.SignOffShown;
import io.watchdesk.review.web.ReviewSheet.StageShown;
import io.watchdesk.review.web.ReviewSheet.StepShown;
import io.watchdesk.review.web.ReviewSheet.TargetShown;
import io.watchdesk.review.web.ReviewSheet.TextShown;
import io.watchdesk.review.web.ReviewSheet.VariantShown;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a reviewer needs; it shows the newest text, because only that can be decided about. */
@Component
@Transactional(readOnly = true)
class ReviewSheets {

    private final Reviews reviews;
    private final SigningOff signingOff;
    private final Approvals approvals;
    private final Contents contents;
    private final Screenings screenings;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;
    private final ReviewSettings settings;

    ReviewSheets(
            Reviews reviews,
            SigningOff signingOff,
            Approvals approvals,
            Contents contents,
            Screenings screenings,
            Accounts accounts,
            People people,
            Clock clock,
            ReviewSettings settings) {
        this.reviews = reviews;
        this.signingOff = signingOff;
        this.approvals = approvals;
        this.contents = contents;
        this.screenings = screenings;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
        this.settings = settings;
    }

    ReviewSheet sheet(String roundId, String stageName) {
        Round round = reviews.round(roundId);
        Piece piece = contents.piece(round.pieceId());
        Version version = contents.latest(round.pieceId())
                .orElseThrow(() -> new Refused("%s has no submitted text.".formatted(round.pieceId())));
        String hash = contents.currentHash(version);
        List<Stage> stages = reviews.stages(roundId);
        Stage stage = stages.stream()
                .filter(each -> each.plan().stage().equals(stageName))
                .findFirst()
                .orElseThrow(() -> new Refused("The review %s has no stage %s.".formatted(roundId, stageName)));
        List<Account> targets = piece.brief().accounts().stream()
                .flatMap(id -> accounts.find(id).stream())
                .toList();
        return new ReviewSheet(
                round.pieceId(),
                piece.brief(),
                people.displayName(piece.planner()),
                text(version),
                hash,
                hash.equals(round.hash())
                        ? null
                        : "The text or what goes out with it changed after this review began. It can no longer be approved"
                                + " here; request changes, and it is screened and reviewed anew.",
                people.current()
                        .flatMap(person -> signingOff.whyBarred(roundId, stageName, person))
                        .orElse(null),
                stage(stage, targets),
                stages.stream().map(each -> step(each, stage, roundId)).toList(),
                round.risk(),
                round.known(),
                round.slot(),
                round.slotFreedAt(),
                clock.instant(),
                screening(version),
                contents.assets(version),
                targets.stream().map(account -> target(account, version)).toList(),
                changes(version),
                rounds(round),
                Arrays.stream(ReasonCode.values())
                        .map(code -> new ReasonShown(code, code.words()))
                        .toList(),
                settings.reasonMinLength(),
                settings.textMaxLength());
    }

    /** What reviewers, and managers who gave it back, said about a piece so far, the newest first. */
    List<SignOffShown> notes(String pieceId) {
        return reviews.rounds(pieceId).stream()
                .flatMap(round -> Stream.concat(
                        shown(round).signOffs().stream(),
                        givenBack(round).stream().map(this::asNote)))
                .sorted(Comparator.comparing(SignOffShown::at).reversed())
                .toList();
    }

    private TextShown text(Version version) {
        return new TextShown(
                version.number(),
                version.title(),
                version.body(),
                version.variants().stream()
                        .map(variant -> new VariantShown(variant.account(), variant.title(), variant.body()))
                        .toList(),
                version.links(),
                version.ai(),
                person(version.author()),
                person(version.editor()),
                version.contributors().stream().map(this::person).toList(),
                version.submittedAt());
    }

    private StageShown stage(Stage stage, List<Account> targets) {
        StagePlan plan = stage.plan();
        return new StageShown(
                plan.title(),
                plan.group(),
                plan.veto(),
                plan.ruleText(),
                stage.openedAt(),
                stage.dueAt(),
                stage.escalatedAt(),
                targets.isEmpty() ? "UTC" : targets.get(0).zone().getId(),
                stage.items());
    }

    private StepShown step(Stage stage, Stage current, String roundId) {
        return new StepShown(
                stage.plan().title(),
                stage.position(),
                stage.position() == current.position(),
                stage.verdict(),
                reviews.signOffs(roundId).stream()
                        .filter(given -> given.stage().equals(stage.plan().stage()))
                        .map(this::shown)
                        .toList());
    }

    private ScreeningShown screening(Version version) {
        return screenings
                .latest(version.pieceId(), version.number())
                .map(report -> new ScreeningShown(report.listVersion(), report.screenedAt(), report.findings()))
                .orElse(null);
    }

    private static TargetShown target(Account account, Version version) {
        Version.Variant text = version.forAccount(account.id());
        return new TargetShown(
                account.id(),
                account.name(),
                account.platform(),
                account.zone().getId(),
                account.titleLimit(),
                account.bodyLimit(),
                text.title().codePointCount(0, text.title().length()),
                text.body().codePointCount(0, text.body().length()),
                account.aiLabel(),
                account.languages());
    }

    private ChangesShown changes(Version version) {
        return approvals
                .lastGiven(version.pieceId())
                .map(approval -> new ChangesShown(
                        approval.version(),
                        approval.approvedAt(),
                        VersionDifference.between(contents.version(version.pieceId(), approval.version()), version)))
                .orElse(null);
    }

    private List<RoundShown> rounds(Round current) {
        return reviews.rounds(current.pieceId()).stream()
                .filter(round -> !round.id().equals(current.id()))
                .map(this::shown)
                .toList();
    }

    private RoundShown shown(Round round) {
        Optional<Stage> givenBack = givenBack(round);
        return new RoundShown(
                round.id(),
                round.version(),
                round.openedAt(),
                round.verdict(),
                reviews.signOffs(round.id()).stream().map(this::shown).toList(),
                givenBack.map(Stage::note).orElse(null),
                givenBack.map(Stage::notedBy).map(people::displayName).orElse(null));
    }

    private Optional<Stage> givenBack(Round round) {
        return reviews.stages(round.id()).stream()
                .filter(stage -> stage.note() != null)
                .findFirst();
    }

    private SignOffShown asNote(Stage stage) {
        return new SignOffShown(
                stage.plan().title(),
                people.displayName(stage.notedBy()),
                stage.verdict(),
                ReasonCode.NOT_STAFFED.words(),
                stage.note(),
                "",
                stage.decidedAt());
    }

    private SignOffShown shown(SignOff given) {
        return new SignOffShown(
                StagePlan.title(given.stage()),
                people.displayName(given.person()),
                given.verdict(),
                given.reasonCode() == null ? "" : given.reasonCode().words(),
                given.reason(),
                given.comment(),
                given.signedAt());
    }

    private PersonShown person(String id) {
        return new PersonShown(id, people.displayName(id));
    }
}
