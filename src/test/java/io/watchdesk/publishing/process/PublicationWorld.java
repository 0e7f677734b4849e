package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Channels;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Orders;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.publishing.Scheduling;
import io.watchdesk.review.ReviewWorld;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words in which stories about publications are told. They begin on Monday, 7 January 2030, 16:00 in Shanghai. */
abstract class PublicationWorld extends ReviewWorld {

    static final String REASON = "The supplier asked for it.";

    static final LocalDateTime WISH = LocalDateTime.parse("2030-01-07T17:10");

    /** The wish in Shanghai. */
    static final String WISH_AT = "2030-01-07T09:10:00Z";

    @Autowired
    Ledger ledger;

    @Autowired
    Holds holds;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Orders orders;

    PlayedChannel channel;

    @Autowired
    void channels(Channels channels) {
        channel = (PlayedChannel) channels.find("site").orElseThrow();
    }

    @BeforeEach
    void a_monday_morning() {
        theTimeIs(Instant.parse("2030-01-07T08:00:00Z"));
        isMemberOf("pia", "planners");
        isMemberOf("paul", "publishers");
        channel.forget();
    }

    @AfterEach
    void no_hold_is_left() {
        holds.open().forEach(hold -> holds.release(hold.id(), "The test is over."));
    }

    /** An approved piece for these accounts. */
    String approved(LocalDateTime wish, String... accounts) {
        String pieceId = as(
                        "pia",
                        () -> drafting.open(new Brief(
                                "Kitchen knives",
                                Category.KNOWLEDGE,
                                "People who cook",
                                PoolTier.REGULAR,
                                Format.ARTICLE,
                                List.of(accounts),
                                wish,
                                "")))
                .id();
        approves(write(pieceId, "Hold it like this."));
        return pieceId;
    }

    Version write(String pieceId, String body) {
        as("wei", () -> drafting.save(pieceId, text(pieceId, body)));
        Version version = as("wei", () -> drafting.submit(pieceId));
        screenings.screen(pieceId, version.number());
        return version;
    }

    Draft.Text text(String pieceId, String body) {
        return new Draft.Text(
                "How to hold a knife",
                body,
                List.of(),
                List.of(),
                List.of(),
                AiDeclaration.NO,
                drafting.draft(pieceId).revision());
    }

    void approves(Version version) {
        ProcessInstance review = reviewStarts(version);
        signsOff("rita", version, "approved");
        endedAt(review, "EndEvent_ContentApproved");
    }

    /** The planned publication of a new, approved piece on this account at the wished time. */
    Publication planned(String account) {
        return planned(approved(WISH, account), account);
    }

    Publication planned(String pieceId, String account) {
        return scheduling.plan(pieceId).publicationIds().stream()
                .map(ledger::get)
                .filter(publication -> publication.accountId().equals(account))
                .findFirst()
                .orElseThrow();
    }

    ProcessInstance publicationStarts(Publication publication) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("publicationId", publication.id());
        variables.put("pieceId", publication.pieceId());
        variables.put("contentTitle", "How to hold a knife");
        ProcessInstance instance = starts(ContentPublicationModel.PROCESS, publication.pieceId(), variables);
        jobsRun();
        return instance;
    }

    /** Lets the slot come; whatever the channel does then is done. */
    void slotComes() {
        timerFires(ContentPublicationModel.TIMER_SLOT_REACHED);
        jobsRun();
    }

    void retryComes() {
        timerFires(ContentPublicationModel.TIMER_RETRY_DUE);
        jobsRun();
    }

    void decides(String element, String decision) {
        decides(element, decision, REASON, null);
    }

    void decides(String element, String decision, String reason, String newSlot) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("publicationDecision", decision);
        answers.put("decisionReason", reason);
        answers.put("newSlot", newSlot);
        completes("paul", element, answers);
        jobsRun();
    }

    /** The decision is refused with this sentence, and the task stays open. */
    void isRefused(String element, String decision, String reason, String newSlot, String sentence) {
        assertThatThrownBy(() -> decides(element, decision, reason, newSlot)).hasMessageContaining(sentence);
        assertThat(task(element)).isNotNull();
    }

    void says(String element, String verdict, String link, String reason) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("postVerdict", verdict);
        answers.put("postLink", link);
        answers.put("decisionReason", reason);
        completes("paul", element, answers);
        jobsRun();
    }

    Hold held(Hold.Scope scope, String value) {
        return as("max", () -> holds.place(scope, value, "A crisis is open.", "CR-1"));
    }

    State state(Publication publication) {
        return ledger.get(publication.id()).state();
    }
}
