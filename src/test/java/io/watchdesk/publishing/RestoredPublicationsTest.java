package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.publishing.Publication.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is an hour behind the world. */
class RestoredPublicationsTest extends LedgerSpecification {

    private static final Instant TAKEN = PlayedDesk.START.minus(Duration.ofMinutes(30));

    private PlayedRestore mark;
    private RestoredPublications restored;

    @BeforeEach
    void a_restored_database() {
        mark = world.getBean(PlayedRestore.class);
        mark.takenAt = TAKEN;
        restored = new RestoredPublications(
                mark,
                world.getBean(Publications.class),
                holds,
                world.getBean(Accounts.class),
                world.getBean(ChannelPublishRun.class),
                world.getBean(AuditLog.class),
                transaction,
                desk);
    }

    @Test
    void what_had_its_slot_since_the_backup_is_looked_up_and_never_sent_again() {
        String found = planned("C-1", "journal").id();
        channel.lookUp = new LookUp.Found("r-1", "https://journal.example/1", TAKEN, "There it is.");

        restored.afterSingletonsInstantiated();

        assertThat(state(found)).isEqualTo(State.PUBLISHED);
        assertThat(ledger.claim(found).outcome()).isEqualTo(Claim.Outcome.ALREADY_OUT);
        assertThat(sent(found).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
        assertThat(channel.posts).isEmpty();
        assertThat(mark.takenAt()).as("done once").isEmpty();
    }

    @Test
    void where_the_channel_cannot_tell_a_person_looks_before_anything_goes_out() {
        String planned = planned("C-1", "journal").id();
        String claimed = planned("C-2", "journal").id();
        ledger.claim(claimed);

        restored.afterSingletonsInstantiated();

        for (String id : new String[] {planned, claimed}) {
            assertThat(state(id)).isEqualTo(State.UNKNOWN);
            assertThat(sent(id).outcome()).isEqualTo(PublishRun.Outcome.UNKNOWN);
            assertThat(ledger.attempts(id))
                    .anyMatch(attempt -> String.valueOf(attempt.answer()).contains("restored from a backup of"));
        }
        assertThat(channel.posts).isEmpty();
        ledger.confirmAbsent(planned, "I looked: it is not there.");
        assertThat(sent(planned).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
    }

    @Test
    void what_a_channel_with_keys_surely_does_not_have_goes_on() {
        String id = planned("C-1", "newsroom").id();

        restored.afterSingletonsInstantiated();

        assertThat(state(id)).isEqualTo(State.READY);
        assertThat(sent(id).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
    }

    @Test
    void what_is_still_to_come_or_stood_still_at_the_backup_stays_as_it_is() {
        String ahead = ledger.plan("C-1", "journal", 1, at(PlayedDesk.START.plus(Duration.ofHours(1))))
                .id();
        String held = planned("C-2", "journal").id();
        holds.place(Hold.Scope.PIECE, "C-2", "A crisis is open.", "CR-1");
        String longAgo = ledger.plan("C-3", "journal", 1, at(TAKEN.minus(Duration.ofDays(2))))
                .id();

        restored.afterSingletonsInstantiated();

        assertThat(state(ahead)).isEqualTo(State.PLANNED);
        assertThat(state(held)).isEqualTo(State.PLANNED);
        assertThat(state(longAgo))
                .as("it was late already, and a person is asked")
                .isEqualTo(State.PLANNED);
    }

    @Test
    void what_was_approved_before_the_backup_and_is_planned_again_is_looked_up_first() {
        restored.afterSingletonsInstantiated();
        mark.lookedUpUntil = PlayedDesk.START.plus(Duration.ofDays(1));

        String again = planned("C-1", "journal").id();
        assertThat(sent(again).outcome()).isEqualTo(PublishRun.Outcome.UNKNOWN);
        assertThat(channel.posts).isEmpty();

        mark.lookedUpUntil = Instant.EPOCH;
        String approvedLater = planned("C-2", "journal").id();
        assertThat(sent(approvedLater).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
    }

    @Test
    void a_database_that_goes_on_by_itself_is_left_alone() {
        String id = planned("C-1", "journal").id();
        mark.takenAt = null;

        restored.afterSingletonsInstantiated();

        assertThat(state(id)).isEqualTo(State.PLANNED);
        assertThat(sent(id).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
    }
}
