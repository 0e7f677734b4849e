package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.BulkMoves;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublicationMoves;
import io.watchdesk.review.Approvals;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordLists;
import io.watchdesk.work.Line;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many posts are moved at once by the rules of the single move; what waits is screened again when the lists change. */
class LongPublishingWorkTest extends PublicationWorld {

    @Autowired
    private BulkMoves bulk;

    @Autowired
    private PublicationMoves moves;

    @Autowired
    private LongWork work;

    @Autowired
    private WordLists lists;

    @Autowired
    private Approvals approvals;

    @Test
    void a_row_of_posts_moves_by_days_without_standing_in_its_own_way() {
        Publication first = waiting("2030-02-04T09:30");
        Publication second = waiting("2030-02-05T09:30");

        Work done = moved(List.of(first.id(), second.id()), 1);

        assertThat(done.done()).isEqualTo(2);
        assertThat(local(first)).isEqualTo("2030-02-05T09:30");
        assertThat(local(second)).isEqualTo("2030-02-06T09:30");
        assertThat(moved(List.of(first.id(), second.id()), -1).done()).isEqualTo(2);
        assertThat(local(first)).isEqualTo("2030-02-04T09:30");
        assertThat(local(second)).isEqualTo("2030-02-05T09:30");
    }

    @Test
    void what_the_single_move_refuses_is_refused_one_by_one_and_the_rest_moves() {
        Publication free = waiting("2030-02-11T09:30");
        Publication conflict = waiting("2030-02-12T09:30");
        Publication other = waiting("2030-02-14T09:30");
        Publication unapproved = waiting("2030-02-18T09:30");
        as("rita", () -> approvals.voidApproval(unapproved.pieceId(), "The figures are wrong."));

        Work done = moved(List.of(free.id(), conflict.id(), unapproved.id()), 2);

        assertThat(List.of(done.done(), done.refused())).containsExactly(1, 2);
        assertThat(local(free)).isEqualTo("2030-02-13T09:30");
        assertThat(local(conflict)).isEqualTo("2030-02-12T09:30");
        assertThat(local(unapproved)).isEqualTo("2030-02-18T09:30");
        assertThat(refusals(done))
                .anyMatch(line -> line.contains(other.id()) && line.contains("goes out on Newsroom at"))
                .anyMatch(
                        line -> line.startsWith(unapproved.id() + " cannot be moved, because it needs a new approval"));
        assertThat(moved(List.of(free.id()), -60).refused()).as("into the past").isEqualTo(1);
    }

    @Test
    void posts_go_to_the_next_free_slots_of_their_policy_and_only_publishers_move_them() {
        Publication first = waiting("2030-03-04T03:33");
        Publication second = waiting("2030-03-05T03:33");

        Work done = moved(List.of(second.id(), first.id()), null);

        assertThat(done.done()).as(refusals(done).toString()).isEqualTo(2);
        assertThat(ledger.get(first.id()).slot().at()).isAfter(clock.instant());
        assertThat(ledger.get(first.id()).slot().at())
                .isBefore(ledger.get(second.id()).slot().at());
        for (String person : List.of("max", "wei")) {
            assertThatThrownBy(() -> as(person, () -> bulk.begin(List.of(first.id()), 1, "")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Only publishers");
        }
        assertThatThrownBy(() -> as("paul", () -> bulk.begin(List.of(), 1, ""))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("paul", () -> bulk.begin(List.of(first.id()), 0, "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("paul", () -> bulk.begin(List.of("P-0"), 1, "")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_waits_is_screened_again_as_soon_as_another_list_is_in_force() {
        Publication blocked = waiting("2030-04-01T09:30");
        WordList before = lists.active();
        List<WordList.Word> words = new ArrayList<>(before.entries().words());
        words.add(new WordList.Word("Hold it like this", Finding.Severity.BLOCK, "test", "The knife was called back."));
        try {
            as(
                    "max",
                    () -> lists.activate(
                            new WordList.Entries(
                                    words,
                                    before.entries().allowed(),
                                    before.entries().hosts()),
                            "max"));

            Work done = ended(as("max", () -> work.list(0, 1)).get(0).id(), "max");

            assertThat(done.kind()).isEqualTo("rescreening");
            assertThat(done.title()).isEqualTo(lists.active().version());
            assertThat(as("max", () -> work.lines(done.id(), List.of(Line.State.DONE), 0, 1000)))
                    .filteredOn(line -> line.subject().equals(blocked.pieceId()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.sentence()).contains("The knife was called back."));
            assertThat(screenings.latest(blocked.pieceId(), blocked.revision()))
                    .get()
                    .satisfies(report -> assertThat(report.blocked()).isTrue());
        } finally {
            as("max", () -> lists.activate(before.entries(), "max"));
            ended(as("max", () -> work.list(0, 1)).get(0).id(), "max");
        }
    }

    private Publication waiting(String local) {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        as("paul", () -> moves.move(publication.id(), local, ""));
        jobsRun();
        return publication;
    }

    private Work moved(List<String> publications, Integer days) {
        return ended(as("paul", () -> bulk.begin(publications, days, "The studio is late.")), "paul");
    }

    private Work ended(String id, String person) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(person, () -> work.find(id).orElseThrow()).over());
        jobsRun();
        return as(person, () -> work.find(id).orElseThrow());
    }

    private List<String> refusals(Work done) {
        return as("paul", () -> work.lines(done.id(), List.of(Line.State.REFUSED), 0, 100)).stream()
                .map(Line::sentence)
                .toList();
    }

    private String local(Publication publication) {
        return ledger.get(publication.id()).slot().local().toString();
    }
}
