package io.watchdesk.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rotations, imported shifts, stand-ins and absences put together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Layer WEEKLY = layer(1, "FREQ=WEEKLY;BYDAY=MO", "olga", "otto", "opal");

    @Test
    void people_take_turns_in_their_order() {
        Roster roster = roster(WEEKLY);

        assertThat(who(roster, "2026-11-22T23:00")).isEmpty();
        assertThat(who(roster, "2026-11-23T08:59")).isEmpty();
        assertThat(who(roster, "2026-11-23T09:00")).containsExactly("olga");
        assertThat(who(roster, "2026-11-30T08:59")).containsExactly("olga");
        assertThat(who(roster, "2026-11-30T09:00")).containsExactly("otto");
        assertThat(who(roster, "2026-12-07T09:00")).containsExactly("opal");
        assertThat(who(roster, "2026-12-14T09:00")).containsExactly("olga");
        assertThat(roster.at(at("2026-12-01T00:00")))
                .containsExactly(new OnCall.Duty("tier", "otto", at("2026-11-30T09:00"), at("2026-12-07T09:00")));
    }

    @Test
    void several_share_a_shift_and_layers_run_side_by_side() {
        Roster roster = roster(
                layer(2, "FREQ=WEEKLY;BYDAY=MO", "olga", "otto", "opal"),
                new Layer(
                        List.of("nina"),
                        1,
                        "FREQ=DAILY",
                        LocalTime.of(22, 0),
                        LocalDate.of(2026, 11, 23),
                        Duration.ofHours(8)));

        assertThat(who(roster, "2026-11-24T12:00")).containsExactly("olga", "otto");
        assertThat(who(roster, "2026-12-01T12:00")).containsExactly("opal", "olga");
        assertThat(who(roster, "2026-11-24T23:00")).containsExactly("olga", "otto", "nina");
        assertThat(who(roster, "2026-11-25T06:00")).containsExactly("olga", "otto");
    }

    @Test
    void a_shift_with_a_length_leaves_a_gap_after_it() {
        Roster roster = roster(new Layer(
                List.of("olga"),
                1,
                "FREQ=DAILY",
                LocalTime.of(9, 0),
                LocalDate.of(2026, 11, 23),
                Duration.ofHours(15)));

        assertThat(roster.gaps(at("2026-11-24T09:00"), at("2026-11-26T09:00")))
                .containsExactly(
                        new Roster.Gap(at("2026-11-25T00:00"), at("2026-11-25T09:00")),
                        new Roster.Gap(at("2026-11-26T00:00"), at("2026-11-26T09:00")));
    }

    @Test
    void a_stand_in_replaces_for_its_period_only() {
        Roster roster = roster(WEEKLY).with(standIn("opal", "olga", "2026-11-24T00:00", "2026-11-25T00:00"));

        assertThat(who(roster, "2026-11-23T23:59")).containsExactly("olga");
        assertThat(who(roster, "2026-11-24T00:00")).containsExactly("opal");
        assertThat(who(roster, "2026-11-25T00:00")).containsExactly("olga");
        assertThat(roster.at(at("2026-11-24T05:00")).get(0).until()).isEqualTo(at("2026-11-25T00:00"));
        assertThat(roster.at(at("2026-11-23T10:00")).get(0).until()).isEqualTo(at("2026-11-24T00:00"));
    }

    @Test
    void a_stand_in_can_come_in_addition_and_into_a_gap() {
        Roster roster = roster(WEEKLY).with(standIn("opal", null, "2026-11-23T08:00", "2026-11-23T10:00"));

        assertThat(who(roster, "2026-11-23T08:30")).containsExactly("opal");
        assertThat(who(roster, "2026-11-23T09:30")).containsExactly("olga", "opal");
    }

    @Test
    void whoever_is_absent_is_followed_by_the_next_in_turn_or_a_gap() {
        Rota rota = rota(WEEKLY);
        Roster one = new Roster(rota, List.of(), List.of(), absent("olga"));
        Roster two = new Roster(rota, List.of(), List.of(), absent("olga", "otto"));
        Roster all = new Roster(rota, List.of(), List.of(), absent("olga", "otto", "opal"));

        assertThat(who(one, "2026-11-24T00:00")).containsExactly("otto");
        assertThat(who(two, "2026-11-24T00:00")).containsExactly("opal");
        assertThat(who(two, "2026-12-01T00:00")).containsExactly("opal");
        assertThat(who(all, "2026-11-24T00:00")).isEmpty();
        assertThat(who(all, "2026-12-20T00:00")).containsExactly("olga");
    }

    @Test
    void the_next_in_turn_never_sits_twice_in_a_shared_shift() {
        Roster roster = new Roster(
                rota(layer(2, "FREQ=WEEKLY;BYDAY=MO", "olga", "otto", "opal")), List.of(), List.of(), absent("olga"));

        assertThat(who(roster, "2026-11-24T00:00")).containsExactlyInAnyOrder("opal", "otto");
    }

    @Test
    void a_stand_in_who_became_absent_is_followed_by_the_next_in_turn_but_not_by_whom_he_replaced() {
        Roster roster = new Roster(
                rota(WEEKLY),
                List.of(),
                List.of(standIn("otto", "olga", "2026-11-23T09:00", "2026-11-30T09:00")),
                absent("otto"));

        assertThat(who(roster, "2026-11-24T00:00")).containsExactly("opal");
    }

    @Test
    void a_stand_in_also_takes_over_what_came_to_the_replaced_one_by_an_absence() {
        Roster roster = new Roster(
                rota(layer(1, "FREQ=WEEKLY;BYDAY=MO", "olga", "otto")),
                List.of(),
                List.of(standIn("petra", "otto", "2026-11-23T09:00", "2026-12-14T09:00")),
                absent("olga"));

        assertThat(who(roster, "2026-11-24T00:00")).containsExactly("petra");
    }

    @Test
    void an_imported_shift_stands_before_the_rotation() {
        Roster roster = new Roster(
                rota(WEEKLY),
                List.of(new PlannedShift("opal", at("2026-11-24T00:00"), at("2026-11-25T00:00"), "uid")),
                List.of(),
                List.of());

        assertThat(who(roster, "2026-11-23T23:59")).containsExactly("olga");
        assertThat(who(roster, "2026-11-24T12:00")).containsExactly("opal");
        assertThat(who(roster, "2026-11-25T00:00")).containsExactly("olga");
    }

    @Test
    void an_empty_rota_is_one_gap() {
        assertThat(roster().gaps(at("2026-11-24T00:00"), at("2026-12-08T00:00")))
                .containsExactly(new Roster.Gap(at("2026-11-24T00:00"), at("2026-12-08T00:00")));
    }

    @Test
    void odd_rotas_have_gaps_and_never_fail() {
        Layer nobody = layer(1, "FREQ=DAILY");
        Layer later = new Layer(List.of("olga"), 1, "FREQ=DAILY", LocalTime.of(9, 0), LocalDate.of(2999, 1, 1), null);
        Roster twice = roster(WEEKLY, WEEKLY);

        assertThat(who(roster(nobody), "2026-11-24T00:00")).isEmpty();
        assertThat(who(roster(later), "2026-11-24T00:00")).isEmpty();
        assertThat(who(roster(nobody, WEEKLY), "2026-11-24T00:00")).containsExactly("olga");
        assertThat(who(twice, "2026-11-24T00:00")).as("nobody is paged twice").containsExactly("olga");
        assertThat(who(
                        roster(nobody).with(standIn("opal", "olga", "2026-11-23T00:00", "2026-11-25T00:00")),
                        "2026-11-24T00:00"))
                .as("nobody to replace")
                .isEmpty();
        assertThat(who(
                        new Roster(
                                rota(WEEKLY),
                                List.of(),
                                List.of(
                                        standIn("otto", "olga", "2026-11-23T09:00", "2026-11-30T09:00"),
                                        standIn("olga", "otto", "2026-11-23T09:00", "2026-11-30T09:00")),
                                List.of()),
                        "2026-11-24T00:00"))
                .as("there and back")
                .containsExactly("olga");
    }

    static Layer layer(int perShift, String recurrence, String... people) {
        return new Layer(List.of(people), perShift, recurrence, LocalTime.of(9, 0), LocalDate.of(2026, 11, 23), null);
    }

    static Rota rota(Layer... layers) {
        return new Rota("tier", "Tier", null, SHANGHAI, List.of(layers), 1);
    }

    private static Roster roster(Layer... layers) {
        return new Roster(rota(layers), List.of(), List.of(), List.of());
    }

    private static StandIn standIn(String person, String replaces, String from, String until) {
        return new StandIn("OC-1", "tier", person, replaces, at(from), at(until), null, "max");
    }

    private static List<Absence> absent(String... people) {
        return Stream.of(people)
                .map(person ->
                        new Absence("OC-2", person, at("2026-11-01T00:00"), at("2026-12-14T09:00"), null, person))
                .toList();
    }

    private static List<String> who(Roster roster, String local) {
        return roster.at(at(local)).stream().map(OnCall.Duty::person).toList();
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + ":00+08:00").toInstant();
    }
}
