package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Drafting;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Scheduling;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.Reviews;
import io.watchdesk.statement.Element;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementDesk;
import io.watchdesk.statement.Step;
import io.watchdesk.statement.Updates;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words in which stories about statements are told. They begin on Monday, 7 January 2030, 16:00 in Shanghai. */
abstract class StatementWorld extends ProcessSpecification {

    static final Instant START = Instant.parse("2030-01-07T08:00:00Z");
    static final String WHY = "The second paragraph guesses about the cause.";

    static final String DRAFT = "UserTask_DraftStatement";
    static final String MESSAGING = "UserTask_ReviewMessaging";
    static final String LEGALITY = "UserTask_ReviewLegality";
    static final String EXECUTIVE = "UserTask_ApproveStatement";
    static final String RELEASE = "UserTask_ReleaseStatement";

    private static int topics;

    @Autowired
    CrisisResponse response;

    @Autowired
    Crises crises;

    @Autowired
    Timeline timeline;

    @Autowired
    StatementDesk desk;

    @Autowired
    Updates updates;

    @Autowired
    Drafting drafting;

    @Autowired
    Contents contents;

    @Autowired
    Reviews reviews;

    @Autowired
    Approvals approvals;

    @Autowired
    Ledger ledger;

    @Autowired
    Holds holds;

    @Autowired
    Mails mails;

    @Autowired
    Scheduling scheduling;

    private final List<Crisis> opened = new ArrayList<>();
    private final Map<String, Integer> demandedByTheResponse = new HashMap<>();

    @BeforeEach
    void everybody_is_in_their_group() {
        theTimeIs(START);
        isMemberOf("petra", "oncall-tier-2");
        isMemberOf("peng", "oncall-tier-2");
        isMemberOf("prue", "cc-pr");
        isMemberOf("leo", "cc-legal");
        isMemberOf("lena", "legal");
        isMemberOf("eva", "oncall-executive");
        isMemberOf("carla", "oncall-command");
        isMemberOf("paul", "publishers");
        isMemberOf("max", "managers");
    }

    @AfterEach
    void nothing_is_left_open() {
        holds.open().forEach(hold -> holds.release(hold.id(), "The test is over."));
        opened.stream()
                .map(crisis -> crises.get(crisis.id()))
                .filter(Crisis::open)
                .forEach(crisis -> response.falseAlarm(crisis.id(), "The test is over."));
    }

    /** An open crisis without its response: the story is about one statement or one audience. */
    Crisis crisis(Level level, Crisis.Mode mode, String... accounts) {
        Crisis crisis = response.declare(new CrisisResponse.Declaration(
                "Login data leaked",
                List.of(accounts),
                "leak %d".formatted(++topics),
                "dataLeak",
                level,
                List.of("Personal data is affected."),
                Facts.UNKNOWN,
                null,
                mode,
                clock.instant()));
        opened.add(crisis);
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(crisis.id())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "only the statement"));
        demandedByTheResponse.put(crisis.id(), desk.ofCrisis(crisis.id()).size());
        return crisis;
    }

    Crisis crisis(Level level, String... accounts) {
        return crisis(level, Crisis.Mode.REAL, accounts);
    }

    Map<String, Object> variables(Crisis crisis) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("crisisId", crisis.id());
        variables.put("crisisTitle", crisis.title());
        variables.put("crisisLevel", crisis.level().name().toLowerCase(Locale.ROOT));
        variables.put("crisisMode", crisis.mode().name().toLowerCase(Locale.ROOT));
        return variables;
    }

    ProcessInstance statementStarts(Crisis crisis, Kind kind) {
        Map<String, Object> variables = variables(crisis);
        variables.put("statementKind", kind.name().toLowerCase(Locale.ROOT));
        return starts("crisis-statement", crisis.id(), variables);
    }

    /** The statements that the story itself began, oldest first. */
    List<Statement> statements(Crisis crisis) {
        List<Statement> all = desk.ofCrisis(crisis.id());
        return all.subList(demandedByTheResponse.get(crisis.id()), all.size());
    }

    /** The newest of them. */
    Statement statement(Crisis crisis) {
        List<Statement> mine = statements(crisis);
        return mine.get(mine.size() - 1);
    }

    /** A complete form of this kind, promising the next word in so many minutes. */
    StatementDesk.Form complete(Statement statement, Duration nextWord) {
        Map<Element, String> elements = new EnumMap<>(Element.class);
        for (Element element : desk.required(statement.kind(), "rebuild")) {
            if (element != Element.NEXT_WORD) {
                elements.put(element, element.words() + ": this is what we can say.");
            }
        }
        return form(statement, elements, clock.instant().plus(nextWord));
    }

    StatementDesk.Form form(Statement statement, Map<Element, String> elements, Instant nextWord) {
        boolean last = statement.kind() == Kind.RESOLUTION;
        String body = elements.values().stream().collect(Collectors.joining("\n\n"))
                + (last ? "" : "\n\nWe will speak again by " + shown(nextWord, zone(statement)) + ".");
        return new StatementDesk.Form(
                null,
                Facts.Cluster.PREVENTABLE,
                false,
                "rebuild",
                elements,
                last ? null : local(nextWord, zone(statement)),
                "About your login data",
                body,
                List.of(),
                List.of(),
                AiDeclaration.NO,
                drafting.draft(statement.pieceId()).revision());
    }

    ZoneId zone(Statement statement) {
        return desk.targets(statement).get(0).zone();
    }

    static String local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone).toString();
    }

    static String shown(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }

    /** This person writes the newest statement and hands it on; the machines look at it. */
    void writes(String person, Crisis crisis) {
        writes(person, crisis, Duration.ofMinutes(60));
    }

    void writes(String person, Crisis crisis, Duration nextWord) {
        Statement statement = statement(crisis);
        as(person, () -> desk.save(statement.id(), complete(statement, nextWord)));
        completes(person, task(DRAFT, statement.id()), Map.of());
        jobsRun();
    }

    /** The open task of this element and statement. */
    Task task(String element, String statementId) {
        List<Task> found = taskService
                .createTaskQuery()
                .taskDefinitionKey(element)
                .processVariableValueEquals("statementId", statementId)
                .list();
        assertThat(found).as("open tasks of %s for %s", element, statementId).hasSize(1);
        return found.get(0);
    }

    long open(String element) {
        return taskService.createTaskQuery().taskDefinitionKey(element).count();
    }

    /** The groups that may do the open task of this element. */
    List<String> groups(String element) {
        return taskService.getIdentityLinksForTask(task(element).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    Map<String, Object> answers(Crisis crisis, String element, String verdict) {
        Statement statement = statement(crisis);
        String stage = Outcomes.text(Step.ofTask(element));
        String checklist = reviews.stages(statement.roundId()).stream()
                .filter(each -> each.plan().stage().equals(stage))
                .flatMap(each -> each.items().stream())
                .map(item -> "\"%s\":\"yes\"".formatted(item.id()))
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, Object> answers = new HashMap<>();
        answers.put("stepVerdict", verdict);
        answers.put("checklistAnswers", checklist);
        answers.put(
                "contentHash",
                contents.currentHash(contents.latest(statement.pieceId()).orElseThrow()));
        if (!verdict.equals("approved")) {
            answers.put("verdictReason", WHY);
        }
        return answers;
    }

    void says(String person, Crisis crisis, String element, String verdict) {
        completes(person, task(element, statement(crisis).id()), answers(crisis, element, verdict));
        jobsRun();
    }

    void prAndLegalApprove(Crisis crisis) {
        says("prue", crisis, MESSAGING, "approved");
        says("leo", crisis, LEGALITY, "approved");
    }

    /** From the empty statement to the release; the house has not been told yet. */
    void isReleased(Crisis crisis) {
        writes("petra", crisis);
        prAndLegalApprove(crisis);
        if (crises.get(crisis.id()).level() == Level.RED) {
            says("eva", crisis, EXECUTIVE, "approved");
        }
        says("carla", crisis, RELEASE, "approved");
    }

    /** The house had its time to read; the channels are called. */
    void houseHasRead() {
        timerFires("TimerEvent_StaffLeadOver");
        jobsRun();
    }

    List<Publication> publications(Crisis crisis) {
        return ledger.ofPiece(statement(crisis).pieceId());
    }

    Hold held(Hold.Scope scope, String value, String owner) {
        return holds.place(scope, value, "A crisis is open.", owner);
    }

    List<String> told(Crisis crisis, String kind) {
        return mails.newest(crisis.id(), null, 500).stream()
                .filter(mail -> mail.kind().equals(kind))
                .map(Mail::recipient)
                .sorted()
                .toList();
    }

    List<String> timeline(Crisis crisis) {
        return timeline.of(crisis.id()).stream().map(Timeline.Entry::kind).toList();
    }
}
