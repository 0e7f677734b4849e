package io.watchdesk.publishing.process;

import static io.watchdesk.publishing.process.ContentPublicationModel.USER_AWAIT_SLOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublicationMoves;
import io.watchdesk.publishing.PublicationPlan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dragging a publication in the calendar is answering its task. */
class TaskMovesTest extends PublicationWorld {

    private static final LocalDateTime DAY = LocalDate.of(2030, 1, 15).atStartOfDay();

    @Autowired
    private PublicationMoves moves;

    @Autowired
    private PublicationPlan plan;

    @Test
    void a_publisher_moves_what_waits_and_its_clock_moves_with_it() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);

        as("paul", () -> moves.move(publication.id(), "2030-01-15T09:30", ""));
        jobsRun();

        assertThat(task(USER_AWAIT_SLOT).getDueDate().toInstant()).isEqualTo("2030-01-15T01:30:00Z");
        assertThat(task(USER_AWAIT_SLOT).getAssignee()).isNull();
        assertThat(plan.between(DAY, DAY.plusDays(1), "newsroom", 100))
                .filteredOn(planned -> planned.publicationId().equals(publication.id()))
                .singleElement()
                .satisfies(planned -> {
                    assertThat(planned.local()).isEqualTo("2030-01-15T09:30");
                    assertThat(planned.movable()).isTrue();
                });
    }

    @Test
    void what_is_past_or_taken_is_refused_and_nothing_is_claimed() {
        Publication first = planned("newsroom");
        publicationStarts(first);
        as("paul", () -> moves.move(first.id(), "2030-01-16T09:30", ""));
        jobsRun();
        Publication second = planned("newsroom");
        publicationStarts(second);

        refused("paul", second, "2030-01-07T15:00", "is over");
        refused("paul", second, "soon", "cannot be understood");
        refused("paul", second, "2030-01-16T09:30", first.id() + " (" + first.pieceId() + ") goes out on Newsroom at");
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_AWAIT_SLOT)
                        .taskAssigned()
                        .count())
                .isZero();
        assertThat(ledger.get(second.id()).slot().local()).isEqualTo(WISH);
    }

    @Test
    void only_publishers_move_and_nobody_moves_what_a_colleague_decides_about() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        isMemberOf("pablo", "publishers");

        refused("max", publication, "2030-01-17T09:30", "Only publishers");
        refused("wei", publication, "2030-01-17T09:30", "Only publishers");
        String task = task(USER_AWAIT_SLOT).getId();
        as("pablo", () -> taskService.claim(task, "pablo"));
        refused("paul", publication, "2030-01-17T09:30", "has claimed the task");
    }

    @Test
    void what_is_out_is_not_moved_and_what_is_held_can_be() {
        Publication out = planned("newsroom");
        publicationStarts(out);
        slotComes();
        refused("paul", out, "2030-01-18T09:30", "does not wait for a decision");

        theTimeIs(java.time.Instant.parse("2030-01-07T08:00:00Z"));
        Publication held = planned("newsroom");
        held(Hold.Scope.PIECE, held.pieceId());
        publicationStarts(held);
        as("paul", () -> moves.move(held.id(), "2030-01-18T10:30", "The studio is late."));
        assertThat(ledger.get(held.id()).slot().local()).isEqualTo("2030-01-18T10:30");
    }

    private void refused(String person, Publication publication, String to, String sentence) {
        assertThatThrownBy(() -> as(person, () -> moves.move(publication.id(), to, "")))
                .hasMessageContaining(sentence);
    }
}
