package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.HeldContent;
import io.watchdesk.crisis.HeldContent.Answer;
import io.watchdesk.crisis.HeldContent.Choice;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Scheduling;
import io.watchdesk.review.ReviewWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words in which the end of a crisis is told. The stories begin on Monday, 7 January 2030, 16:00 in Shanghai. */
abstract class ClosingWorld extends ReviewWorld {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Instant BEGINNING = Instant.parse("2030-01-07T08:00:00Z");

    @Autowired
    CrisisResponse response;

    @Autowired
    Crises crises;

    @Autowired
    Timeline timeline;

    @Autowired
    HeldContent heldContent;

    @Autowired
    Holds holds;

    @Autowired
    Ledger ledger;

    @Autowired
    private Scheduling scheduling;

    final String topic = "Kitchen knives " + UUID.randomUUID();

    @BeforeEach
    void a_monday_afternoon() {
        theTimeIs(BEGINNING);
        isMemberOf("pia", "planners");
    }

    @AfterEach
    void no_hold_and_no_crisis_is_left() {
        crises.open().stream()
                .filter(crisis -> crisis.state() == Crisis.State.OPEN)
                .forEach(crisis -> response.falseAlarm(crisis.id(), "The test is over."));
        holds.open().forEach(hold -> holds.release(hold.id(), "The test is over."));
    }

    /** A crisis about the topic of this story; posts of other stories have other topics. */
    Crisis declared(Level level, Crisis.Mode mode) {
        return declared(level, mode, topic);
    }

    Crisis declared(Level level, Crisis.Mode mode, String topic, String... accounts) {
        return response.declare(new CrisisResponse.Declaration(
                "Customers' numbers are offered",
                List.of(accounts),
                topic,
                "dataLeak",
                level,
                List.of("The test says so."),
                Facts.UNKNOWN,
                null,
                mode,
                clock.instant()));
    }

    /** A publication that waits for its slot on this account. */
    Publication waiting(String account) {
        return waiting(approved(account), account);
    }

    Publication waiting(String pieceId, String account) {
        Publication publication = scheduling.plan(pieceId).publicationIds().stream()
                .map(ledger::get)
                .filter(each -> each.accountId().equals(account))
                .findFirst()
                .orElseThrow();
        runs(publication);
        return publication;
    }

    ProcessInstance runs(Publication publication) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("publicationId", publication.id());
        variables.put("pieceId", publication.pieceId());
        variables.put("contentTitle", "How to hold a knife");
        ProcessInstance instance = starts("content-publication", publication.pieceId(), variables);
        jobsRun();
        return instance;
    }

    String approved(String... accounts) {
        String pieceId = as(
                        "pia",
                        () -> drafting.open(new Brief(
                                topic,
                                Category.KNOWLEDGE,
                                "People who cook",
                                PoolTier.REGULAR,
                                Format.ARTICLE,
                                List.of(accounts),
                                LocalDateTime.ofInstant(clock.instant().plus(Duration.ofMinutes(70)), SHANGHAI),
                                "")))
                .id();
        Version version = rewritten(pieceId, "Hold it like this.", "wei");
        reviewStarts(version);
        signsOff("rita", version, "approved");
        return pieceId;
    }

    void decides(Crisis crisis, Publication publication, Choice choice, String reason, String newSlot) {
        as("paul", () -> heldContent.decide(crisis.id(), publication.id(), new Answer(choice, reason, newSlot, true)));
    }

    void isRefused(Runnable deed, String sentence) {
        assertThatThrownBy(deed::run).hasMessageContaining(sentence);
    }

    void reviewIsCompleted(Crisis crisis) {
        as("paul", () -> heldContent.carryOut(crisis.id()));
        jobsRun();
    }

    /** Where the publication waits in its model, or the end it reached. */
    String placeOf(Publication publication) {
        return taskService
                .createTaskQuery()
                .processVariableValueEquals("publicationId", publication.id())
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey())
                .findFirst()
                .orElseGet(() -> endOf(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("content-publication")
                        .variableValueEquals("publicationId", publication.id())
                        .singleResult()));
    }

    Publication.State state(Publication publication) {
        return ledger.get(publication.id()).state();
    }

    Hold otherHold(String account) {
        return as("max", () -> holds.place(Hold.Scope.ACCOUNT, account, "The account moves.", "max"));
    }
}
