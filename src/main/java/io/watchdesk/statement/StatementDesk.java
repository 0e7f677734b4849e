package io.watchdesk.statement;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.ShortTitle;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.Approvals;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing a statement: from the demand to a text that is complete. */
@Service
@Transactional
public class StatementDesk {

    private static final int LONGEST_ELEMENT = 4000;

    private final StatementStore store;
    private final StatementPolicy policy;
    private final Completeness completeness;
    private final Templates templates;
    private final Drafting drafting;
    private final Contents contents;
    private final Approvals approvals;
    private final Accounts accounts;
    private final Crises crises;
    private final Timeline timeline;
    private final AuditLog audit;

    StatementDesk(
            StatementStore store,
            StatementPolicy policy,
            Completeness completeness,
            Templates templates,
            Drafting drafting,
            Contents contents,
            Approvals approvals,
            Accounts accounts,
            Crises crises,
            Timeline timeline,
            AuditLog audit) {
        this.store = store;
        this.policy = policy;
        this.completeness = completeness;
        this.templates = templates;
        this.drafting = drafting;
        this.contents = contents;
        this.approvals = approvals;
        this.accounts = accounts;
        this.crises = crises;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Opens a statement of a crisis, meant for its accounts, or for all of the house when it concerns the whole house. */
    public Statement open(String crisisId, Kind kind) {
        Crisis crisis = crises.get(crisisId);
        List<String> targets = crisis.accounts().isEmpty()
                ? accounts.all().stream().map(Account::id).toList()
                : crisis.accounts();
        Piece piece = drafting.open(new Brief(
                ShortTitle.of((crisis.drill() ? Crisis.DRILL_MARK : "") + kind.words() + ": "
                        + crisis.title().replace(Crisis.DRILL_MARK, "")),
                Category.COMPANY_NEWS,
                "Everybody affected",
                PoolTier.HIT,
                Format.ARTICLE,
                targets,
                null,
                "It speaks for %s.".formatted(crisisId)));
        Statement statement = store.insert(crisis, kind, piece.id());
        audit.record("statement.opened", statement.id(), null, statement);
        timeline.record(crisisId, "statement.demanded", "%s %s is demanded.".formatted(kind.words(), statement.id()));
        return statement;
    }

    /** The statement; refuses when there is none. */
    @Transactional(readOnly = true)
    public Statement get(String statementId) {
        return store.get(statementId);
    }

    /** The title of its newest text, or what it will be while nothing is written. */
    @Transactional(readOnly = true)
    public String title(Statement statement) {
        return ShortTitle.of(contents.piece(statement.pieceId()).title());
    }

    /** All statements of a crisis, oldest first. */
    @Transactional(readOnly = true)
    public List<Statement> ofCrisis(String crisisId) {
        return store.ofCrisis(crisisId);
    }

    /** The accounts it is meant for, in their order; the first one's zone is the writer's. */
    @Transactional(readOnly = true)
    public List<Account> targets(Statement statement) {
        return completeness.targets(statement);
    }

    /** The strategies that may be chosen; what is unknown counts as the graver. */
    public List<Strategy> strategies(Facts.Cluster cluster, Boolean repeated) {
        return policy.strategies(cluster, repeated);
    }

    /** What it must contain. */
    public Set<Element> required(Kind kind, String strategy) {
        return policy.elements(kind, strategy);
    }

    /** What is still missing or wrong, as sentences. */
    public List<String> problems(String statementId) {
        Statement statement = store.get(statementId);
        Draft draft = drafting.draft(statement.pieceId());
        return completeness.problems(statement, draft.title(), draft.body(), draft.variants());
    }

    /** Fills a template with what was written so far; paragraphs whose elements are empty fall away. */
    public Composed compose(String statementId, String templateId, Map<Element, String> elements, String nextWord) {
        Statement statement = store.get(statementId);
        ZoneId zone = targets(statement).get(0).zone();
        return templates.get(templateId).fill(elements, instant(nextWord, zone), zone);
    }

    /** Saves what was written, however unfinished. */
    public Draft save(String statementId, Form form) {
        Statement statement = writable(statementId);
        Map<Element, String> elements = new EnumMap<>(Element.class);
        form.elements().forEach((element, text) -> {
            if (text != null && !text.isBlank()) {
                elements.put(element, checked(element, text.strip()));
            }
        });
        if (form.templateId() != null) {
            templates.get(form.templateId());
        }
        String source = SourceText.hash(marked(statement, form.title()), form.body());
        Map<String, String> derived = new HashMap<>();
        for (FormVariant variant : form.variants()) {
            String known = statement.derivedFrom().get(variant.account());
            derived.put(variant.account(), known == null || variant.fits() ? source : known);
        }
        Draft saved = drafting.save(
                statement.pieceId(),
                new Draft.Text(
                        marked(statement, form.title()),
                        form.body(),
                        form.variants().stream()
                                .map(each -> new Version.Variant(each.account(), each.title(), each.body()))
                                .toList(),
                        form.links(),
                        List.of(),
                        form.ai(),
                        form.revision()));
        store.save(new Statement(
                statement.id(),
                statement.crisisId(),
                statement.kind(),
                statement.mode(),
                statement.pieceId(),
                statement.state(),
                statement.level(),
                form.templateId(),
                form.cluster(),
                form.repeated(),
                form.strategy() == null || form.strategy().isBlank() ? null : form.strategy(),
                elements,
                instant(form.nextWord(), targets(statement).get(0).zone()),
                derived,
                statement.roundId(),
                statement.dueAt(),
                statement.openedAt(),
                statement.releasedAt(),
                statement.endedAt(),
                statement.endReason()));
        return saved;
    }

    /**
     * Freezes the text as the next version; an approval of an earlier one is void.
     *
     * @throws Refused with every problem of the statement
     */
    public Version submit(String statementId) {
        Statement statement = writable(statementId);
        List<String> problems = problems(statementId);
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        Version version = drafting.submit(statement.pieceId());
        approvals.voidApproval(statement.pieceId(), "The text was edited.");
        contents.moveTo(statement.pieceId(), Piece.Stage.IN_REVIEW);
        timeline.record(
                statement.crisisId(),
                "statement.drafted",
                "%s %s is written (version %d): %s"
                        .formatted(statement.kind().words(), statementId, version.number(), version.title()));
        return version;
    }

    private Statement writable(String statementId) {
        Statement statement = store.lock(statementId);
        if (statement.state() != Statement.State.DRAFTING) {
            throw new Refused("%s is not being written now, so its text cannot be changed.".formatted(statementId));
        }
        return statement;
    }

    private static String marked(Statement statement, String title) {
        return !statement.drill() || title.startsWith(Crisis.DRILL_MARK) ? title : Crisis.DRILL_MARK + title;
    }

    private static String checked(Element element, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_ELEMENT) {
            throw new Refused("\"%s\" is longer than %,d characters.".formatted(element.words(), LONGEST_ELEMENT));
        }
        return text;
    }

    private static Instant instant(String local, ZoneId zone) {
        if (local == null || local.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refused("The time of the next word, \"%s\", cannot be understood. Write it as 2026-12-01T08:30."
                    .formatted(local));
        }
    }

    /** A text made from a template. */
    public record Composed(String title, String body) {}

    /**
     * What a writer sends to save. Missing lists count as empty.
     *
     * @param nextWord local time of the first account, as {@code 2026-12-01T08:30}, or null
     * @param revision the revision that the writer's page was built on
     */
    public record Form(
            String templateId,
            Facts.Cluster cluster,
            Boolean repeated,
            String strategy,
            Map<Element, String> elements,
            String nextWord,
            String title,
            String body,
            List<FormVariant> variants,
            List<String> links,
            AiDeclaration ai,
            int revision) {

        /** Fills in what is missing. */
        public Form {
            elements = elements == null ? Map.of() : elements;
            title = title == null ? "" : title.strip();
            body = body == null ? "" : body;
            variants = variants == null ? List.of() : variants;
            links = links == null ? List.of() : links;
            templateId = templateId == null || templateId.isBlank() ? null : templateId;
        }
    }

    /**
     * An account's own text.
     *
     * @param fits whether the writer says that it fits the source text as it is now
     */
    public record FormVariant(String account, String title, String body, boolean fits) {}
}
