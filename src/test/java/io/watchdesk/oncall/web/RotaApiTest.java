package io.watchdesk.oncall.web;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.oncall.OnCallLab;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rotas, changes, addresses and calendars over HTTP. */
class RotaApiTest extends ApplicationSpecification {

    private static final String RULE = "FREQ=DAILY";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Contacts contacts;

    private TasklistClient max;
    private TasklistClient olga;

    @BeforeEach
    void people_of_the_lab() {
        new OnCallLab(jdbc).sweep();
        isMemberOf("nina", ROTA);
        isMemberOf("noah", ROTA);
        max = TasklistClient.login(at("/"), "max", "max");
        olga = TasklistClient.login(at("/"), "olga", "olga");
    }

    @AfterEach
    void no_traces() {
        new OnCallLab(jdbc).sweep();
    }

    @Test
    void managers_make_a_rota_and_its_owner_changes_it() {
        assertThat(olga.put(path(""), plan(0, "olga", RULE, "nina", "noah")).sentence())
                .contains("Only managers");
        assertThat(max.put(path(""), plan(0, "olga", RULE, "nina", "noah")).status())
                .isEqualTo(200);
        assertThat(max.put(path(""), plan(0, "olga", RULE, "nina")).sentence()).contains("since you read it");
        Answer changed = olga.put(path(""), plan(1, "olga", RULE, "noah"));
        assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
        TasklistClient otto = TasklistClient.login(at("/"), "otto", "otto");
        assertThat(otto.put(path(""), plan(2, "otto", RULE, "noah")).sentence()).contains("Only the owner of Lab");
        assertThat(otto.get(path("")).json().path("mayChange").asBoolean()).isFalse();
        assertThat(new TasklistClient(at("/")).get(path("")).status()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'oncall.rotaChanged' and subject = ?")
                        .param(ROTA)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_plan_that_cannot_work_is_refused_with_a_sentence() {
        refused(plan(0, null, "weekly", "nina"), "is no recurrence");
        refused(plan(0, null, "FREQ=DAILY;COUNT=3", "nina"), "leave COUNT and UNTIL out");
        refused(plan(0, null, "FREQ=MINUTELY", "nina"), "more often than hourly");
        refused(plan(0, null, "FREQ=WEEKLY;BYDAY=TU", "nina"), "does not hand over at its start");
        refused(plan(0, null, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "nina"), "never happens");
        refused(plan(0, null, RULE, "nina", "nina"), "names each person once");
        refused(plan(0, null, RULE, "olga"), "not in the group oncall-lab");
        refused(plan(0, null, RULE, "nobody"), "no person");
        Map<String, Object> zone = new HashMap<>(plan(0, null, RULE, "nina"));
        zone.put("zone", "Moon/Crater");
        refused(zone, "is no time zone");
        Map<String, Object> unknown = new HashMap<>(plan(0, null, RULE, "nina"));
        unknown.put("colour", "red");
        assertThat(max.put(path(""), unknown).status()).isEqualTo(400);
        assertThat(max.put("/api/oncall/rotas/Lab%20one", plan(0, null, RULE, "nina"))
                        .sentence())
                .contains("small letters");
        assertThat(max.get(path("/now")).sentence()).contains("There is no rota");
    }

    @Test
    void anybody_signed_in_sees_who_is_on_call_at_any_instant() {
        max.put(path(""), plan(0, null, RULE, "nina", "noah"));

        JsonNode then = olga.get(path("/now?at=2026-11-02T10:00")).json();
        assertThat(then.findValuesAsText("person")).containsExactly("nina");
        assertThat(then.get(0).path("until").asText()).isEqualTo("2026-11-03T01:00:00Z");
        assertThat(olga.get(path("/now?at=2026-11-03T01:00:00Z")).json().findValuesAsText("person"))
                .containsExactly("noah");
        assertThat(olga.get(path("/now?at=yesterday")).status()).isEqualTo(400);
        assertThat(olga.get(path("/now?at=9999-01-01T00:00:00Z")).sentence()).contains("too far ahead");
        assertThat(olga.get(path("/shifts?from=2026-11-02T09:00&to=2026-11-05T09:00"))
                        .json()
                        .findValuesAsText("person"))
                .containsExactly("nina", "noah", "nina");
        assertThat(olga.get(path("/shifts?from=2026-11-02T09:00&to=2029-11-05T09:00"))
                        .sentence())
                .contains("at most 400 days");
        assertThat(olga.get("/api/oncall/rotas").json().findValuesAsText("id"))
                .contains("oncall-tier-1", "oncall-tier-2", "oncall-command", "oncall-executive", ROTA);
        assertThat(olga.get("/api/oncall/coverage").json().findValuesAsText("percent"))
                .contains("100");
    }

    @Test
    void a_person_keeps_their_own_addresses_and_revives_dead_ones() {
        assertThat(olga.get("/api/oncall/contacts/me").json().findValuesAsText("target"))
                .containsExactly("olga@example.com");
        List<Map<String, String>> added = List.of(
                Map.of("kind", "mail", "target", "olga@home.example"), Map.of("kind", "chat", "target", "ops-room"));
        assertThat(olga.put("/api/oncall/contacts/me", added).status()).isEqualTo(200);
        assertThat(contacts.of("olga"))
                .containsExactly(
                        new Contacts.Address(Contacts.Kind.MAIL, "olga@example.com"),
                        new Contacts.Address(Contacts.Kind.MAIL, "olga@home.example"),
                        new Contacts.Address(Contacts.Kind.CHAT, "ops-room"));

        contacts.markDead("olga", new Contacts.Address(Contacts.Kind.MAIL, "olga@example.com"), "550 unknown");

        assertThat(contacts.of("olga"))
                .extracting(Contacts.Address::target)
                .containsExactly("olga@home.example", "ops-room");
        JsonNode dead = olga.get("/api/oncall/contacts/me").json().get(0);
        assertThat(dead.path("why").asText()).isEqualTo("550 unknown");
        assertThat(dead.path("deadSince").asText()).isNotEmpty();
        Map<String, String> own = Map.of("kind", "mail", "target", "olga@example.com");
        assertThat(olga.post("/api/oncall/contacts/me/revival", own).status()).isEqualTo(200);
        assertThat(contacts.of("olga")).hasSize(3);
        assertThat(olga.post("/api/oncall/contacts/me/revival", own).sentence()).contains("not marked dead");
    }

    @Test
    void addresses_are_checked_and_others_are_private() {
        assertThat(olga.put("/api/oncall/contacts/me", List.of(Map.of("kind", "mail", "target", "olga at home")))
                        .sentence())
                .contains("no mail address");
        assertThat(olga.put("/api/oncall/contacts/me", List.of(Map.of("kind", "pigeon", "target", "x")))
                        .sentence())
                .contains("not one of: mail, chat");
        assertThat(olga.put(
                                "/api/oncall/contacts/me",
                                List.of(Map.of("kind", "chat", "target", "https://x.example/?k=1")))
                        .sentence())
                .contains("no id of a chat hook");
        assertThat(olga.get("/api/oncall/contacts/otto").sentence()).contains("only your own");
        assertThat(olga.put("/api/oncall/contacts/otto", List.of()).sentence()).contains("only your own");
        assertThat(max.get("/api/oncall/contacts/otto").status()).isEqualTo(200);
        assertThat(max.put("/api/oncall/contacts/nobody", List.of()).sentence()).contains("no person");
    }

    @Test
    void a_rotas_calendar_goes_out_and_comes_back_in() {
        max.put(path(""), plan(0, null, RULE, "nina", "noah"));
        Answer out = olga.get(path("/calendar.ics"));
        assertThat(out.header("Content-Type")).startsWith("text/calendar");
        assertThat(out.text()).contains("BEGIN:VTIMEZONE", "TZID=Asia/Shanghai", "Lab: Nina");

        Answer dry = sends(max, out.text(), true);
        assertThat(dry.json().path("problems")).isEmpty();
        assertThat(dry.json().path("imported").asBoolean()).isFalse();
        assertThat(jdbc.sql("select count(*) from oncall_planned_shift")
                        .query(Long.class)
                        .single())
                .isZero();
        Answer real = sends(max, out.text(), false);
        assertThat(real.json().path("imported").asBoolean()).as("%s", real).isTrue();
        assertThat(sends(max, out.text(), false).json().path("imported").asBoolean())
                .as("once more")
                .isTrue();
        long shifts = jdbc.sql("select count(*) from oncall_planned_shift")
                .query(Long.class)
                .single();
        assertThat(shifts).isEqualTo(real.json().path("shifts").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata"})
    void a_calendar_means_the_same_moments_through_a_switch_of_the_clocks(String zone) {
        theTimeIs(Instant.parse("2027-03-20T12:00:00Z"));
        Map<String, Object> plan = new HashMap<>(plan(0, null, RULE, "nina", "noah"));
        plan.put("zone", zone);
        assertThat(max.put(path(""), plan).status()).isEqualTo(200);

        JsonNode read = sends(max, olga.get(path("/calendar.ics")).text(), true).json();

        assertThat(read.path("problems")).isEmpty();
        List<String> moments = read.path("shifts").findValuesAsText("from");
        JsonNode shifts = olga.get(path("/shifts?from=2027-03-01T09:00&to=2027-05-01T09:00"))
                .json();
        assertThat(moments).containsAll(shifts.findValuesAsText("from"));
        assertThat(read.path("shifts").findValuesAsText("until")).containsAll(shifts.findValuesAsText("until"));
    }

    @Test
    void an_import_with_problems_changes_nothing_and_is_for_the_owner() {
        max.put(path(""), plan(0, null, RULE, "nina", "noah"));
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nSUMMARY:stranger\r\n"
                + "DTSTART:20261201T010000Z\r\nDTEND:20261202T010000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        Answer answer = sends(max, calendar, false);

        assertThat(answer.json().path("imported").asBoolean()).isFalse();
        assertThat(answer.json().path("problems").get(0).path("line").asInt()).isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from oncall_planned_shift")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sends(olga, calendar, false).sentence()).contains("Only the owner");
        assertThat(sends(max, "x".repeat(1_000_001), true).sentence()).contains("larger than");
        assertThat(sends(max, "hello", true)
                        .json()
                        .path("problems")
                        .get(0)
                        .path("sentence")
                        .asText())
                .contains("no iCalendar");
    }

    @Test
    void a_persons_feed_needs_no_sign_in_has_stable_ids_and_can_be_revoked() {
        String address =
                olga.post("/api/oncall/feed", Map.of()).json().path("address").asText();
        String path = URI.create(address).getPath();
        TasklistClient program = new TasklistClient(at("/"));

        Answer first = program.get(path);
        Answer second = program.get(path);
        List<VEvent> events = Biweekly.parse(first.text()).first().getEvents();
        assertThat(events)
                .isNotEmpty()
                .allMatch(event -> event.getSummary().getValue().contains("Olga"));
        assertThat(ids(first)).isEqualTo(ids(second));
        Instant begins = events.get(0).getDateStart().getValue().toInstant();
        assertThat(begins.atZone(OnCallLab.ZONE).getHour()).isEqualTo(9);
        assertThat(path).matches("/feeds/oncall/[A-Za-z0-9_-]{43}\\.ics");
        String token = path.replaceAll(".*/|\\.ics", "");
        assertThat(jdbc.sql("select token_hash from oncall_feed")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(token));

        String newer = URI.create(olga.post("/api/oncall/feed", Map.of())
                        .json()
                        .path("address")
                        .asText())
                .getPath();
        assertThat(program.get(path).status()).isEqualTo(404);
        assertThat(program.get(newer).status()).isEqualTo(200);
        assertThat(olga.get("/api/oncall/feed").json().path("since").asText()).isNotEmpty();
        olga.delete("/api/oncall/feed");
        assertThat(program.get(newer).status()).isEqualTo(404);
        assertThat(program.get("/feeds/oncall/guess.ics").status()).isEqualTo(404);
        assertThat(olga.get("/api/oncall/feed").json().path("since").isNull()).isTrue();
    }

    @Test
    void stand_ins_and_absences_can_be_taken_back() {
        max.put(path(""), plan(0, null, RULE, "nina", "noah"));
        String on = olga.get(path("/now?at=2027-11-02T10:00"))
                .json()
                .get(0)
                .path("person")
                .asText();
        String off = on.equals("nina") ? "noah" : "nina";
        Map<String, Object> wish = Map.of(
                "person", off, "replaces", on, "from", "2027-11-02T10:00", "until", "2027-11-02T12:00", "reason", "");

        String id = max.post(path("/stand-ins"), wish).json().path("id").asText();
        assertThat(personAt("2027-11-02T11:00")).isEqualTo(off);
        assertThat(olga.get(path("/stand-ins")).json().findValuesAsText("id")).containsExactly(id);
        assertThat(olga.delete("/api/oncall/stand-ins/" + id).sentence()).contains("Only the owner");
        assertThat(max.delete("/api/oncall/stand-ins/" + id).status()).isEqualTo(200);
        assertThat(personAt("2027-11-02T11:00")).isEqualTo(on);
        assertThat(max.delete("/api/oncall/stand-ins/" + id).sentence()).contains("was taken back");

        String absence = max.post(
                        path("/absences"),
                        Map.of("person", on, "from", "2027-11-02T10:00", "until", "2027-11-02T12:00"))
                .json()
                .path("id")
                .asText();
        assertThat(personAt("2027-11-02T11:00")).isEqualTo(off);
        assertThat(olga.delete("/api/oncall/absences/" + absence).sentence()).contains("Only managers");
        assertThat(max.delete("/api/oncall/absences/" + absence).status()).isEqualTo(200);
        assertThat(personAt("2027-11-02T11:00")).isEqualTo(on);
    }

    private String personAt(String local) {
        return olga.get(path("/now?at=" + local)).json().get(0).path("person").asText();
    }

    private void refused(Map<String, Object> plan, String words) {
        Answer answer = max.put(path(""), plan);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.sentence()).contains(words);
    }

    private static Answer sends(TasklistClient client, String calendar, boolean dryRun) {
        return client.send(
                "POST", path("/calendar?dryRun=" + dryRun), "text/calendar", BodyPublishers.ofString(calendar));
    }

    private static List<String> ids(Answer feed) {
        return Biweekly.parse(feed.text()).first().getEvents().stream()
                .map(event -> event.getUid().getValue())
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String path(String rest) {
        return "/api/oncall/rotas/" + ROTA + rest;
    }

    private static Map<String, Object> plan(int revision, String owner, String rule, String... people) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("name", "Lab");
        plan.put("owner", owner);
        plan.put("zone", "Asia/Shanghai");
        plan.put("revision", revision);
        plan.put(
                "layers",
                List.of(Map.of(
                        "people",
                        List.of(people),
                        "perShift",
                        1,
                        "recurrence",
                        rule,
                        "handOver",
                        "09:00",
                        "start",
                        "2026-11-02")));
        return plan;
    }
}
