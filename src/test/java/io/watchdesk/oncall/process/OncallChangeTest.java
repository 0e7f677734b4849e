package io.watchdesk.oncall.process;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.process.OncallChangeModel.CALL_CHECK_COVERAGE;
import static io.watchdesk.oncall.process.OncallChangeModel.END_CHANGE_ENTERED;
import static io.watchdesk.oncall.process.OncallChangeModel.PROCESS;
import static io.watchdesk.oncall.process.OncallChangeModel.SERVICE_ENTER_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.oncall.OnCallLab;
import io.watchdesk.oncall.Rota;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Absences and stand-ins through the start form. */
class OncallChangeTest extends OnCallStory {

    @Test
    void whoever_is_absent_is_followed_by_the_next_in_turn() {
        String before = who("2026-12-02T12:00").get(0);

        ProcessInstance change = change(before, "absence", before, null, "2026-12-02T10:00", "2026-12-02T18:00");

        passed(change, SERVICE_ENTER_CHANGE, CALL_CHECK_COVERAGE);
        endedAt(change, END_CHANGE_ENTERED);
        assertThat(who("2026-12-02T09:59")).containsExactly(before);
        assertThat(who("2026-12-02T10:00")).hasSize(1).doesNotContain(before);
        assertThat(who("2026-12-02T18:00")).containsExactly(before);
    }

    @Test
    void a_change_that_leaves_a_gap_asks_the_owner_at_once() {
        Rota rota = rotas.get(ROTA);
        rotas.save(new Rota(
                ROTA,
                rota.name(),
                rota.owner(),
                rota.zone(),
                OnCallLab.daily("nina").layers(),
                rota.revision()));

        ProcessInstance change = change("nina", "absence", "nina", null, "2026-12-02T10:00", "2026-12-02T18:00");
        completes(
                "max",
                OncallCoverageModel.USER_MEND_COVERAGE,
                answers("coverageAnswer", "mended", "person", "noah", "reasonText", "Nina is at the dentist."));

        endedAt(change, END_CHANGE_ENTERED);
        assertThat(who("2026-12-02T12:00")).containsExactly("noah");
    }

    @Test
    void the_owner_lets_somebody_stand_in() {
        String before = who("2026-12-02T12:00").get(0);
        String other = before.equals("nora") ? "nina" : "nora";

        endedAt(change("max", "standIn", other, before, "2026-12-02T10:00", "2026-12-02T18:00"), END_CHANGE_ENTERED);
        endedAt(change("max", "standIn", before, null, "2026-12-03T10:00", "2026-12-03T18:00"), END_CHANGE_ENTERED);

        assertThat(who("2026-12-02T12:00")).containsExactly(other);
        assertThat(who("2026-12-03T12:00")).hasSize(2).contains(before);
    }

    @Test
    void what_makes_no_sense_is_refused_at_the_start_form() {
        String on = who("2026-12-02T12:00").get(0);
        String off = on.equals("nora") ? "nina" : "nora";

        refused("Choose a rota", () -> starts("max", PROCESS, null, answers("changeKind", "absence")));
        refused("is missing", () -> starts("max", PROCESS, null, answers("rotaId", ROTA)));
        refused("no rota", "max", "standIn", "nora", null, "2026-12-02T10:00", "2026-12-02T18:00", "oncall-moon");
        refused("cannot be understood", "max", "absence", "nora", null, "tomorrow", "2026-12-02T18:00", ROTA);
        refused("from when to when", "max", "absence", "nora", null, "", "2026-12-02T18:00", ROTA);
        refused("must be later", "max", "absence", "nora", null, "2026-12-03T10:00", "2026-12-02T18:00", ROTA);
        refused("is over", "max", "absence", "nora", null, "2026-11-01T10:00", "2026-11-02T18:00", ROTA);
        refused("longer than 400", "max", "absence", "nora", null, "2026-12-01T10:00", "2029-11-02T18:00", ROTA);
        refused("only your own absence", "nina", "absence", "nora", null, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("only yourself", "nina", "standIn", "nora", "noah", "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("not in the group", "max", "standIn", "olga", null, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("no person", "max", "standIn", "nobody", null, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("on call on Lab already", "max", "standIn", on, null, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("not on call", "max", "standIn", on, off, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
        refused("replace themselves", "max", "standIn", on, on, "2026-12-02T10:00", "2026-12-02T18:00", ROTA);
    }

    @Test
    void what_contradicts_another_change_is_refused() {
        String on = who("2026-12-02T12:00").get(0);
        String one = on.equals("nora") ? "nina" : "nora";
        String two = on.equals("noah") ? "nina" : "noah";
        if (one.equals(two)) {
            one = "nora";
        }
        change("max", "standIn", one, on, "2026-12-02T10:00", "2026-12-02T18:00");

        refused("is replaced by", "max", "standIn", two, on, "2026-12-02T17:59", "2026-12-02T20:00", ROTA);
        refused("already stands in", "max", "standIn", one, null, "2026-12-02T17:59", "2026-12-02T20:00", ROTA);
        change("max", "standIn", two, on, "2026-12-02T18:00", "2026-12-02T20:00");
        String absent = who("2026-12-04T12:00").get(0);
        change(absent, "absence", absent, null, "2026-12-04T10:00", "2026-12-04T18:00");
        refused("is absent", "max", "standIn", absent, null, "2026-12-04T12:00", "2026-12-04T20:00", ROTA);
    }

    private ProcessInstance change(String by, String kind, String person, String replaces, String from, String until) {
        ProcessInstance instance = starts(by, PROCESS, null, wish(kind, person, replaces, from, until, ROTA));
        jobsRun();
        return instance;
    }

    private static Map<String, Object> wish(
            String kind, String person, String replaces, String from, String until, String rota) {
        return answers(
                "changeKind", kind,
                "rotaId", rota,
                "person", person,
                "replaces", replaces,
                "changeFrom", from,
                "changeUntil", until,
                "reasonText", "");
    }

    private void refused(
            String words,
            String by,
            String kind,
            String person,
            String replaces,
            String from,
            String until,
            String rota) {
        refused(words, () -> starts(by, PROCESS, null, wish(kind, person, replaces, from, until, rota)));
    }

    private static void refused(String words, ThrowingCallable deed) {
        assertThatThrownBy(deed).hasMessageContaining(words);
    }
}
