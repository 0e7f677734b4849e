package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Asset;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Claim.Outcome;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.screening.Finding;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What may go out, and who decides it. */
class LedgerTest extends LedgerSpecification {

    @Test
    void one_piece_account_and_revision_have_one_row() {
        Publication first = planned("C-1", "newsroom");
        Publication again = ledger.plan("C-1", "newsroom", 1, at(PlayedDesk.START.plus(Duration.ofHours(1))));

        assertThat(first.id()).isEqualTo("P-2001");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.slot().at()).isEqualTo(PlayedDesk.START.plus(Duration.ofHours(1)));
        assertThat(planned("C-1", "douyin").id()).isEqualTo("P-2002");
    }

    @Test
    void only_an_approved_version_is_planned() {
        desk.voidApproval("C-1", "edited");

        assertThatThrownBy(() -> planned("C-1", "newsroom"))
                .isInstanceOf(Refused.class)
                .hasMessage("Version 1 of C-1 has no approval in force.");
    }

    @Test
    void a_clear_claim_marks_the_row_in_flight_and_may_be_repeated() {
        String id = planned("C-1", "newsroom").id();

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
        assertThat(state(id)).isEqualTo(State.IN_FLIGHT);
    }

    @Test
    void an_edit_after_approval_stops_it() {
        String id = planned("C-1", "newsroom").id();
        desk.changedHashes.put("C-1", "f".repeat(64));

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.APPROVAL_VOID);
        assertThat(state(id)).isEqualTo(State.READY);
    }

    @Test
    void a_voided_approval_stops_it() {
        String id = planned("C-1", "newsroom").id();
        desk.voidApproval("C-1", "edited");

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.APPROVAL_VOID);
    }

    @Test
    void every_open_hold_must_be_released() {
        String id = planned("C-1", "newsroom").id();
        Hold account = holds.place(Hold.Scope.ACCOUNT, "newsroom", "Crisis.", "K-1");
        Hold topic = holds.place(Hold.Scope.TOPIC, " ｂatteries", "Recall.", "K-2");

        assertThat(ledger.claim(id)).isEqualTo(new Claim(Outcome.HELD, "Held by K-1: Crisis. 1 more holds cover it."));
        holds.release(account.id(), "over");
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.HELD);
        holds.release(topic.id(), "over");
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void a_hold_covers_only_its_scope() {
        String id = planned("C-1", "newsroom").id();
        holds.place(Hold.Scope.ACCOUNT, "douyin", "Crisis.", "K-1");
        holds.place(Hold.Scope.PIECE, "C-2", "Crisis.", "K-1");
        holds.place(Hold.Scope.TOPIC, "Solar", "Crisis.", "K-1");

        assertThat(holds.openFor(id)).isEmpty();
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void a_hold_that_comes_between_claim_and_call_stops_the_call() {
        String id = planned("C-1", "journal").id();
        ledger.claim(id);
        holds.place(Hold.Scope.EVERYTHING, null, "Crisis.", "K-1");

        PublishRun.Result result = run.publish(id);

        assertThat(result.outcome()).isEqualTo(PublishRun.Outcome.NOT_SENT);
        assertThat(result.sentence()).isEqualTo("Held by K-1: Crisis.");
        assertThat(channel.posts).isEmpty();
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void rights_must_cover_the_platform_and_today() {
        String id = planned("C-1", "newsroom").id();
        desk.assets.put("C-1", List.of(picture(Set.of("Douyin"), null)));
        assertThat(ledger.claim(id).sentence()).isEqualTo("There is no right to use sun.png on Site today.");

        desk.assets.put("C-1", List.of(picture(Set.of(), LocalDate.parse("2026-03-01"))));
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.RIGHTS_MISSING);

        desk.assets.put("C-1", List.of(picture(Set.of("site"), LocalDate.parse("2026-03-02"))));
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void rights_must_cover_the_country_of_the_account_and_the_text_must_name_the_credit() {
        String id = planned("C-1", "newsroom").id();
        desk.assets.put("C-1", List.of(picture("HK", "")));
        assertThat(ledger.claim(id).sentence())
                .isEqualTo("The right to use sun.png covers only these countries: HK; newsroom is in CN.");

        desk.assets.put("C-1", List.of(picture("CN", "图：Li Si")));
        assertThat(ledger.claim(id))
                .isEqualTo(
                        new Claim(
                                Outcome.RIGHTS_MISSING,
                                "The licence of sun.png asks for the credit \"图：Li Si\", and the text for newsroom does not name it."));

        desk.bodies.put("C-1", "Warm. 图: LI SI");
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void a_right_may_name_the_account_as_the_screening_reads_it() {
        String id = planned("C-1", "newsroom").id();
        desk.assets.put("C-1", List.of(picture(Set.of(" Newsroom"), null)));

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void a_newer_word_list_screens_again_and_blocks() {
        String id = planned("C-1", "newsroom").id();
        desk.listVersion = "words-2";
        desk.findings.add(new Finding(
                Finding.Kind.WORD, Finding.Severity.BLOCK, "body", 0, 4, "Text", "Forbidden today.", "words-2"));

        assertThat(ledger.claim(id))
                .isEqualTo(new Claim(
                        Outcome.BLOCKED, "\"Text\" is blocked since the lists changed to words-2: Forbidden today."));

        desk.findings.clear();
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
        assertThat(ledger.get(id).listVersion()).isEqualTo("words-2");
    }

    @Test
    void later_than_the_grace_needs_a_person_and_moving_ends_the_permission() {
        String id = planned("C-1", "newsroom").id();
        desk.now = PlayedDesk.START.plus(Duration.ofMinutes(30));
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);

        desk.now = desk.now.plusSeconds(1);
        assertThat(ledger.claim(id).sentence())
                .isEqualTo("It was due at 2026-03-02 16:00 (Asia/Shanghai) and newsroom allows 30 minutes.");
        ledger.allowLate(id, "Still news.");
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
        ledger.move(id, at(PlayedDesk.START));
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.LATE);
    }

    @Test
    void a_dropped_publication_stays_dropped_until_it_is_planned_again() {
        String id = planned("C-1", "newsroom").id();
        ledger.drop(id, "withdrawn");
        ledger.drop(id, "withdrawn");

        assertThat(ledger.claim(id)).isEqualTo(new Claim(Outcome.DROPPED, "withdrawn"));
        assertThatThrownBy(() -> ledger.move(id, at(PlayedDesk.START))).hasMessage("P-2001 was dropped: withdrawn");
        planned("C-1", "newsroom");
        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void what_was_withdrawn_between_claim_and_call_is_not_sent() {
        String id = planned("C-1", "journal").id();
        ledger.claim(id);
        ledger.drop(id, "withdrawn");

        assertThat(run.publish(id).outcome()).isEqualTo(PublishRun.Outcome.NOT_SENT);
        assertThat(channel.posts).isEmpty();
        assertThat(state(id)).isEqualTo(State.DROPPED);
    }

    @Test
    void what_is_out_cannot_be_dropped_moved_or_claimed() {
        String id = planned("C-1", "newsroom").id();
        sent(id);

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.ALREADY_OUT);
        assertThat(planned("C-1", "newsroom").state()).isEqualTo(State.PUBLISHED);
        assertThatThrownBy(() -> ledger.drop(id, "late"))
                .isInstanceOf(Refused.class)
                .hasMessage("P-2001 is out already: https://site.example/site/newsroom/P-2001");
    }

    @Test
    void a_person_posts_by_hand_and_brings_the_link() {
        String first = planned("C-1", "douyin").id();
        String second = planned("C-2", "douyin").id();
        assertThat(sent(first).outcome()).isEqualTo(PublishRun.Outcome.HANDED_OVER);
        assertThat(run.publish(first).outcome()).isEqualTo(PublishRun.Outcome.HANDED_OVER);
        sent(second);
        desk.person = "paul";

        for (String link : List.of("", "http://v.douyin.com/1", "javascript:alert(1)", "https:///x", "https://a@b/")) {
            assertThatThrownBy(() -> ledger.confirmOut(first, link)).isInstanceOf(Refused.class);
        }
        ledger.confirmOut(first, " https://v.douyin.com/1 ");
        assertThat(ledger.get(first).link()).isEqualTo("https://v.douyin.com/1");
        assertThatThrownBy(() -> ledger.confirmOut(second, "https://v.douyin.com/1"))
                .hasMessage("Another publication has the link https://v.douyin.com/1 already.");
        ledger.confirmAbsent(second, "The platform is down.");
        assertThat(state(second)).isEqualTo(State.READY);
        assertThat(ledger.attempts(first))
                .extracting(Ledger.Attempt::step)
                .containsExactly("planned", "claimed", "handedOver", "published");
    }

    @Test
    void planning_a_version_of_a_waiting_publication_takes_the_newest_approval() {
        String id = planned("C-1", "newsroom").id();
        desk.approvedVersions.put("C-1", 2);

        assertThat(ledger.claim(id).outcome()).isEqualTo(Outcome.APPROVAL_VOID);
        assertThat(ledger.plan("C-1", "newsroom", 2, at(PlayedDesk.START)).revision())
                .isEqualTo(2);
    }

    private static Asset picture(String country, String credit) {
        return picture(new Asset.Rights(
                "shop",
                "holder",
                "CC",
                "web",
                Set.of(),
                null,
                null,
                "https://example.com",
                new TreeSet<>(Set.of(country)),
                credit));
    }

    private static Asset picture(Set<String> platforms, LocalDate validTo) {
        return picture(new Asset.Rights(
                "shop", "holder", "CC", "web", platforms, null, validTo, "https://example.com", null, null));
    }

    private static Asset picture(Asset.Rights rights) {
        return new Asset(
                "A-1", Asset.Kind.IMAGE, "sun.png", "image/png", 3, "0".repeat(64), rights, "wei", PlayedDesk.START);
    }
}
