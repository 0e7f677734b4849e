package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.account.Account;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlotPlannerTest {

    private static final Account BERLIN = account("Europe/Berlin");

    /** A Thursday, 09:00 in Berlin. */
    private Instant now = Instant.parse("2026-11-26T08:00:00Z");

    private Optional<SlotRules.Rule> rule = weekdays("07:45", "18:15");

    @Test
    void the_next_free_slot_is_the_earliest_of_the_policy_that_is_still_ahead() {
        assertThat(nextFree(Set.of())).isEqualTo("2026-11-26T18:15");
    }

    @Test
    void a_slot_that_another_publication_of_the_account_has_is_skipped() {
        assertThat(nextFree(Set.of(Instant.parse("2026-11-26T17:15:00Z")))).isEqualTo("2026-11-27T07:45");
    }

    @Test
    void a_slot_that_begins_this_second_is_not_ahead() {
        now = Instant.parse("2026-11-26T17:15:00Z");

        assertThat(nextFree(Set.of())).isEqualTo("2026-11-27T07:45");
    }

    @Test
    void the_weekend_is_passed_over_when_the_policy_names_weekdays() {
        now = Instant.parse("2026-11-27T20:00:00Z");

        assertThat(nextFree(Set.of())).isEqualTo("2026-11-30T07:45");
    }

    @Test
    void the_day_is_the_accounts_day_and_not_that_of_UTC() {
        now = Instant.parse("2026-11-26T23:30:00Z");
        rule = weekdays("00:45");

        assertThat(nextFree(Set.of())).isEqualTo("2026-11-27T00:45");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T12:00:00Z, 2026-03-29T03:00", "2026-10-24T12:00:00Z, 2026-10-25T02:30"})
    void on_the_day_the_clocks_change_a_slot_is_neither_lost_nor_doubled(String today, String expected) {
        now = Instant.parse(today);
        rule = Optional.of(
                new SlotRules.Rule(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(Set.of(LocalTime.of(2, 30)))));

        Slot first = planner().nextFree(brief(null), BERLIN, Set.of()).orElseThrow();
        Slot second =
                planner().nextFree(brief(null), BERLIN, Set.of(first.at())).orElseThrow();

        assertThat(first.local()).isEqualTo(expected);
        assertThat(second.local().toLocalDate())
                .isEqualTo(first.local().toLocalDate().plusDays(1));
    }

    @Test
    void without_a_rule_a_person_is_asked() {
        rule = Optional.empty();

        SlotPlanner.Proposal proposal = planner().propose(brief(null), BERLIN, Set.of());

        assertThat(proposal.slot()).isNull();
        assertThat(proposal.problem()).contains("No policy").contains("Berlin desk");
    }

    @Test
    void a_wish_in_the_future_is_granted_whatever_the_policy_says() {
        rule = Optional.empty();

        SlotPlanner.Proposal proposal =
                planner().propose(brief(LocalDateTime.parse("2026-11-28T03:33")), BERLIN, Set.of());

        assertThat(proposal.slot().at()).isEqualTo("2026-11-28T02:33:00Z");
        assertThat(proposal.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26T08:59", "2026-11-26T09:00", "2024-02-29T12:00"})
    void a_wish_in_the_past_is_asked_about_and_never_guessed(String wish) {
        SlotPlanner.Proposal proposal = planner().propose(brief(LocalDateTime.parse(wish)), BERLIN, Set.of());

        assertThat(proposal.slot()).isNull();
        assertThat(proposal.problem()).contains("is over").contains("Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "tomorrow, cannot be understood",
        "2026-02-30T10:00, cannot be understood",
        "2026-11-26T08:30, is over"
    })
    void a_time_that_a_person_types_must_be_readable_and_ahead(String typed, String sentence) {
        assertThatThrownBy(() -> LocalTimes.future(typed, BERLIN, planner()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }

    private LocalDateTime nextFree(Set<Instant> taken) {
        return planner().nextFree(brief(null), BERLIN, taken).orElseThrow().local();
    }

    private SlotPlanner planner() {
        return new SlotPlanner((format, category, platform) -> rule, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Optional<SlotRules.Rule> weekdays(String... times) {
        TreeSet<LocalTime> local = new TreeSet<>();
        for (String time : times) {
            local.add(LocalTime.parse(time));
        }
        return Optional.of(new SlotRules.Rule(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), local));
    }

    private static Brief brief(LocalDateTime wish) {
        return new Brief(
                "Batteries",
                Category.KNOWLEDGE,
                "everybody",
                PoolTier.REGULAR,
                Format.ARTICLE,
                List.of("berlin"),
                wish,
                "");
    }

    private static Account account(String zone) {
        return new Account(
                "berlin",
                "Berlin desk",
                "site",
                "Site",
                ZoneId.of(zone),
                "DE",
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Duration.ofMinutes(30),
                100,
                1000,
                "AI",
                Collections.emptySortedSet());
    }
}
