package io.watchdesk.statement.web;

import io.watchdesk.account.Account;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.Facts;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.review.ChecklistItem;
import io.watchdesk.review.ReviewSettings;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.Stage;
import io.watchdesk.review.StagePlan;
import io.watchdesk.review.Verdict;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import io.watchdesk.statement.Element;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.StatementDesk;
import io.watchdesk.statement.Step;
import io.watchdesk.statement.Strategy;
import io.watchdesk.statement.Template;
import io.watchdesk.statement.Templates;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what the forms of statements show. */
@Component
class StatementPages {

    private final StatementDesk desk;
    private final StatementApproval approval;
    private final Templates templates;
    private final Drafting drafting;
    private final Contents contents;
    private final Screenings screenings;
    private final Reviews reviews;
    private final ReviewSettings settings;
    private final Crises crises;
    private final CrisisCommand command;
    private final People people;

    StatementPages(
            StatementDesk desk,
            StatementApproval approval,
            Templates templates,
            Drafting drafting,
            Contents contents,
            Screenings screenings,
            Reviews reviews,
            ReviewSettings settings,
            Crises crises,
            CrisisCommand command,
            People people) {
        this.desk = desk;
        this.approval = approval;
        this.templates = templates;
        this.drafting = drafting;
        this.contents = contents;
        this.screenings = screenings;
        this.reviews = reviews;
        this.settings = settings;
        this.crises = crises;
        this.command = command;
        this.people = people;
    }

    Writing writing(String statementId) {
        Statement statement = desk.get(statementId);
        Facts facts = command.facts(statement.crisisId());
        Facts.Cluster cluster = statement.cluster() == null ? facts.cluster() : statement.cluster();
        Boolean repeated = statement.repeated() == null ? facts.repeated() : statement.repeated();
        Draft draft = drafting.draft(statement.pieceId());
        List<Account> targets = desk.targets(statement);
        ZoneId zone = targets.get(0).zone();
        return new Writing(
                head(statement),
                cluster,
                repeated,
                desk.strategies(cluster, repeated),
                statement.strategy(),
                elements(statement),
                local(statement.nextWordAt(), zone),
                zone.getId(),
                draft.title(),
                draft.body(),
                draft.variants(),
                draft.links(),
                draft.ai(),
                draft.revision(),
                targets.stream().map(Target::of).toList(),
                templates.all(),
                statement.templateId(),
                crises.get(statement.crisisId()).scenario(),
                desk.problems(statementId),
                notes(statement),
                blocked(statement));
    }

    Sheet sheet(String statementId, Step step) {
        Statement statement = desk.get(statementId);
        Version version = contents.latest(statement.pieceId())
                .orElseThrow(() -> new Refused("%s has no submitted text.".formatted(statementId)));
        Round round = reviews.round(statement.roundId());
        List<Stage> stages = reviews.stages(round.id());
        String hash = contents.currentHash(version);
        String advice = desk.strategies(statement.cluster(), statement.repeated()).stream()
                .filter(each -> each.strategy().equals(statement.strategy()))
                .map(Strategy::advice)
                .findFirst()
                .orElse(null);
        return new Sheet(
                head(statement),
                StagePlan.title(Outcomes.text(step)),
                approval.whyBarred(statementId, step, people.actor()).orElse(null),
                version.number(),
                version.title(),
                version.body(),
                version.variants(),
                version.links(),
                people.displayName(version.editor()),
                hash,
                !hash.equals(round.hash()),
                statement.nextWordAt(),
                desk.targets(statement).get(0).zone().getId(),
                desk.targets(statement).stream().map(Target::of).toList(),
                elements(statement),
                statement.strategy(),
                advice,
                stages.stream()
                        .filter(stage -> stage.plan().stage().equals(Outcomes.text(step)))
                        .flatMap(stage -> stage.items().stream())
                        .toList(),
                screenings
                        .latest(version.pieceId(), version.number())
                        .map(Screenings.Report::findings)
                        .orElse(List.of()),
                notes(statement),
                settings.reasonMinLength(),
                settings.textMaxLength());
    }

    private Head head(Statement statement) {
        Crisis crisis = crises.get(statement.crisisId());
        return new Head(
                statement.id(),
                statement.pieceId(),
                statement.kind().words(),
                Outcomes.text(statement.state()),
                crisis.id(),
                crisis.title(),
                Outcomes.text(crisis.level()),
                crisis.drill(),
                crisis.firstSighted(),
                statement.dueAt());
    }

    private List<Part> elements(Statement statement) {
        Set<Element> required = desk.required(statement.kind(), statement.strategy());
        Map<Element, String> given = statement.elements();
        return Arrays.stream(Element.values())
                .filter(element -> element != Element.NEXT_WORD || required.contains(element))
                .map(element ->
                        new Part(element, element.words(), required.contains(element), given.getOrDefault(element, "")))
                .toList();
    }

    private List<Note> notes(Statement statement) {
        return reviews.rounds(statement.pieceId()).stream()
                .flatMap(round -> reviews.signOffs(round.id()).stream().map(signOff -> note(round, signOff)))
                .toList();
    }

    private Note note(Round round, SignOff given) {
        return new Note(
                people.displayName(given.person()),
                StagePlan.title(given.stage()),
                round.version(),
                given.verdict(),
                given.reason(),
                given.comment(),
                given.signedAt());
    }

    private List<String> blocked(Statement statement) {
        return contents.latest(statement.pieceId())
                .flatMap(version -> screenings.latest(version.pieceId(), version.number()))
                .map(report -> report.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.BLOCK)
                        .map(finding -> "\"%s\": %s".formatted(finding.excerpt(), finding.reason()))
                        .toList())
                .orElse(List.of());
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** What stands above every form of a statement. */
    record Head(
            String statementId,
            String pieceId,
            String kind,
            String state,
            String crisisId,
            String crisisTitle,
            String crisisLevel,
            boolean drill,
            Instant firstSighted,
            Instant dueAt) {}

    /** One thing that a statement is made of. */
    record Part(Element element, String words, boolean required, String text) {}

    /** What somebody said when signing off. */
    record Note(String person, String stage, int version, Verdict verdict, String reason, String comment, Instant at) {}

    /** One account that the statement goes to, with its limits in characters. */
    record Target(String id, String name, String platform, String zone, int titleLimit, int bodyLimit) {

        static Target of(Account account) {
            return new Target(
                    account.id(),
                    account.name(),
                    account.platform(),
                    account.zone().getId(),
                    account.titleLimit(),
                    account.bodyLimit());
        }
    }

    /**
     * What the writer sees.
     *
     * @param nextWord local time in {@code zone}, or null
     * @param blocked what the machines do not let through in the version handed on last
     */
    record Writing(
            Head head,
            Facts.Cluster cluster,
            Boolean repeated,
            List<Strategy> strategies,
            String strategy,
            List<Part> elements,
            String nextWord,
            String zone,
            String title,
            String body,
            List<Version.Variant> variants,
            List<String> links,
            AiDeclaration ai,
            int revision,
            List<Target> accounts,
            List<Template> templates,
            String templateId,
            String scenario,
            @Said List<String> problems,
            List<Note> notes,
            @Said List<String> blocked) {}

    /**
     * What those who approve see.
     *
     * @param barred why this person may not sign off, or null
     * @param outdated whether what would go out is not what this review began with
     */
    record Sheet(
            Head head,
            String step,
            @Said String barred,
            int version,
            String title,
            String body,
            List<Version.Variant> variants,
            List<String> links,
            String editor,
            String contentHash,
            boolean outdated,
            Instant nextWordAt,
            String zone,
            List<Target> accounts,
            List<Part> elements,
            String strategy,
            String advice,
            List<ChecklistItem> checklist,
            List<Finding> findings,
            List<Note> notes,
            int reasonMinLength,
            int textMaxLength) {}
}
