package io.watchdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.audit.AuditVerification;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import io.watchdesk.testing.ProcessSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody stands in every table, under id, name and address; afterwards nowhere, and everything else is as it was. */
class ErasureTest extends ProcessSpecification {

    private static final String PERSON = "canary7";
    private static final String SUFFIX = "-erasehouse";
    private static final String NAMED = "Told by Cana Ryson <cana.ryson@mail.example>, known as canary7; not canary77.";

    @Autowired
    private DataRequests requests;

    @Autowired
    private DestructionRecords records;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private Seal seal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private TableFiller filler;

    @BeforeEach
    void a_person_who_stands_everywhere() {
        filler = new TableFiller(jdbc);
        isMemberOf("max", "managers");
        isMemberOf("mona", "managers");
        isMemberOf(PERSON, "writers");
        var user = identityService.createUserQuery().userId(PERSON).singleResult();
        user.setFirstName("Cana");
        user.setLastName("Ryson");
        user.setEmail("cana.ryson@mail.example");
        identityService.saveUser(user);
    }

    @AfterEach
    void the_house_is_gone() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into destruction_permit (table_name, row_key, record_id) values ('crisis_timeline', ?, 'test')")
                    .param("x" + SUFFIX)
                    .update();
            List<String> tables = new ArrayList<>(House.TABLES);
            java.util.Collections.reverse(tables);
            tables.forEach(table -> filler.deleteWith(table, SUFFIX));
            filler.tables().stream()
                    .filter(table -> table.startsWith("act_hi_") || table.equals("act_ge_bytearray"))
                    .forEach(table -> filler.deleteWith(table, SUFFIX));
            jdbc.sql("delete from destruction_permit").update();
        });
        if (identityService.createUserQuery().userId(PERSON).count() > 0) {
            identityService.deleteUser(PERSON);
        }
    }

    @Test
    void a_person_is_erased_everywhere_and_the_audit_log_still_verifies() {
        transaction.executeWithoutResult(status -> standsEverywhere());
        people.as(PERSON, () -> {
            audit.record("review.approved", "C-77", Map.of("by", PERSON), Map.of("note", NAMED));
            return null;
        });
        assertThat(whereStands("canary7\\b"))
                .hasSizeGreaterThan(30)
                .contains(
                        "crisis_page_attempt.target",
                        "crisis_page.next_target",
                        "oncall_address.target",
                        "mail.address");
        String request = approved(DataRequest.Kind.ERASURE, PERSON, null);

        assertThat(requests.erase(request))
                .as(requests.look(request).obstacles().toString())
                .isTrue();

        assertThat(whereStands("canary7\\b|cana ryson|cana\\.ryson@mail\\.example"))
                .as("tables in which the person still stands")
                .isEmpty();
        assertThat(whereStands("canary77")).as("who is called alike").isNotEmpty();
        String pseudonym = requests.look(request).request().pseudonym();
        assertThat(jdbc.sql("select person from review_sign_off where round_id = ?")
                        .param("r" + SUFFIX)
                        .query(String.class)
                        .single())
                .as("the approval stays provable")
                .isEqualTo(pseudonym);
        assertThat(jdbc.sql("select full_text from signal where crisis_id = ?")
                        .param("x" + SUFFIX)
                        .query(String.class)
                        .single())
                .isEqualTo("Told by %1$s <%1$s>, known as %1$s; not canary77.".formatted(pseudonym));
        assertThat(filler.rowsWith("oncall_absence", SUFFIX))
                .as("their own rows")
                .isZero();
        assertThat(identityService.createUserQuery().userId(PERSON).count()).isZero();
        AuditVerification.Finding finding = verification.verify();
        assertThat(finding.intact()).as(finding.sentence()).isTrue();
        assertThat(records.newest(1)).singleElement().satisfies(record -> {
            assertThat(record.pseudonym()).isEqualTo(pseudonym);
            assertThat(record.requestedBy()).isEqualTo("max");
            assertThat(record.approvedBy()).isEqualTo("mona");
            assertThat(record.ground()).isEqualTo("Art. 17 GDPR, letter of 1 November");
            assertThat(record.counts())
                    .containsKeys("deleted mail", "pseudonymised crisis_timeline", "deleted account");
            assertThat(record.toString()).doesNotContain("canary7", "Cana");
        });
    }

    @Test
    void an_export_holds_every_row_and_is_sealed_until_it_is_taken() throws Exception {
        transaction.executeWithoutResult(status -> standsEverywhere());
        long tables = requests.look(approved(DataRequest.Kind.EXPORT, PERSON, null))
                .rows()
                .size();
        String request = approved(DataRequest.Kind.EXPORT, PERSON, null);

        requests.export(request);

        assertThat(jdbc.sql("select part from data_export where request_id = ?")
                        .param(request)
                        .query(String.class)
                        .list())
                .allSatisfy(part -> assertThat(part).startsWith("sealed:"));
        JsonNode export = read(as("mona", () -> requests.take(request)));
        assertThat(export.path("account").path("person").path("email").asText()).isEqualTo("cana.ryson@mail.example");
        assertThat(export.path("account").path("groups").toString()).contains("writers");
        assertThat(export.path("tables").size()).isGreaterThanOrEqualTo((int) tables - 1);
        assertThat(export.path("tables").path("mail").toString()).contains("Told by Cana Ryson");
        assertThat(export.path("tables").path("signal").toString()).contains("Told by Cana Ryson");
        assertThatThrownBy(() -> as("wei", () -> requests.take(request)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only managers");
    }

    @Test
    void somebody_outside_is_taken_out_of_what_was_received() {
        jdbc.sql("insert into signal (id, source, event_id, title, full_text, facts, occurred_at, received_at, state,"
                        + " assessment_started_at, assessment_attempts) values ('S-erasehouse', 'test', 'e-erasehouse',"
                        + " 'Angry Antonia', 'From: Antonia 杠精 <toni@outside.example>', '{}', ?, ?, 'dismissed', ?, 0)")
                .params(now(), now(), now())
                .update();
        String request = approved(DataRequest.Kind.ERASURE, null, "toni@outside.example\nAntonia 杠精");

        assertThat(requests.erase(request)).isTrue();

        String pseudonym = requests.look(request).request().pseudonym();
        assertThat(jdbc.sql("select full_text from signal where id = 'S-erasehouse'")
                        .query(String.class)
                        .single())
                .isEqualTo("From: %1$s <%1$s>".formatted(pseudonym));
        assertThat(jdbc.sql("select count(*) from data_request where id = ? and words is null")
                        .param(request)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void who_still_holds_something_is_not_erased_before_others_have_taken_over() {
        House house = new House(filler, SUFFIX, clock.instant());
        transaction.executeWithoutResult(status -> {
            house.build("crisis", Map.of("holder", PERSON, "state", "OPEN"));
            house.build("oncall_rota", Map.of("layers", "[{\"people\":[\"canary7\"]}]", "owner", PERSON));
            house.build("oncall_stand_in", future());
            Map<String, Object> open = new HashMap<>(Map.of("owner", PERSON));
            open.put("ended_at", null);
            house.build("crisis_action", open);
            open.put("released_at", null);
            house.build("publication_hold", open);
        });
        var task = taskService.newTask();
        task.setName("Mend the roof");
        task.setAssignee(PERSON);
        taskService.saveTask(task);
        String request = approved(DataRequest.Kind.ERASURE, PERSON, null);
        try {
            assertThat(requests.erase(request)).isFalse();

            List<String> obstacles = requests.look(request).obstacles();
            assertThat(obstacles).hasSize(7);
            assertThat(String.join(" ", obstacles))
                    .contains("Mend the roof", "x" + SUFFIX, "o" + SUFFIX, "Hand the crisis or the role over");
            assertThat(identityService.createUserQuery().userId(PERSON).count()).isOne();
            assertThat(jdbc.sql("select holder from crisis where id = ?")
                            .param("x" + SUFFIX)
                            .query(String.class)
                            .single())
                    .isEqualTo(PERSON);
        } finally {
            taskService.deleteTask(task.getId(), true);
        }
    }

    @Test
    void nobody_decides_alone_nor_on_oneself() {
        String request = asked(DataRequest.Kind.ERASURE, "mona", null);

        assertThatThrownBy(() -> decided("max", request))
                .hasMessageContaining("You asked for " + request + " yourself");
        assertThatThrownBy(() -> decided("mona", request)).hasMessageContaining("is about yourself");
        assertThatThrownBy(() -> decided("wei", request)).hasMessageContaining("Only managers");
        assertThatThrownBy(() -> requests.erase(request)).hasMessageContaining("is not approved");
        assertThatThrownBy(() -> asked(DataRequest.Kind.EXPORT, "nobody-at-all", null))
                .hasMessageContaining("Nobody is called \"nobody-at-all\"");
        assertThatThrownBy(() -> asked(DataRequest.Kind.EXPORT, null, "Al"))
                .hasMessageContaining("found in other words");
        assertThatThrownBy(() -> asked(DataRequest.Kind.EXPORT, PERSON, "Cana")).hasMessageContaining("not both");
    }

    private Map<String, Object> future() {
        Map<String, Object> future = new HashMap<>();
        future.put("person", PERSON);
        future.put("starts_at", java.sql.Timestamp.from(clock.instant()));
        future.put("ends_at", java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(1))));
        future.put("cancelled_at", null);
        return future;
    }

    private void standsEverywhere() {
        House house = new House(filler, SUFFIX, clock.instant().minus(Duration.ofDays(2)));
        Inventory inventory = Inventory.read();
        for (String name : House.TABLES) {
            Map<String, Object> said = said(name, inventory.ours().get(name));
            house.build(name, said);
        }
        filler.fill("act_ge_bytearray", clock.instant(), SUFFIX, bytes());
        Inventory.Table variables = inventory.personal().get("act_hi_varinst");
        Map<String, Object> said = said("act_hi_varinst", variables);
        said.put("bytearray_id_", "bytes" + SUFFIX);
        filler.fill("act_hi_varinst", clock.instant(), SUFFIX, said);
        for (String name :
                List.of("act_hi_taskinst", "act_hi_actinst", "act_hi_op_log", "act_hi_comment", "act_hi_detail")) {
            Map<String, Object> values = said(name, inventory.personal().get(name));
            values.put("bytearray_id_", null);
            values.put("full_msg_", NAMED.getBytes(StandardCharsets.UTF_8));
            filler.fill(name, clock.instant(), SUFFIX, values);
        }
    }

    private Map<String, Object> bytes() {
        Map<String, Object> values = new HashMap<>();
        values.put("id_", "bytes" + SUFFIX);
        values.put("deployment_id_", null);
        values.put("bytes_", "[\"canary7\",\"wei\"]".getBytes(StandardCharsets.UTF_8));
        return values;
    }

    private Map<String, Object> said(String name, Inventory.Table table) {
        Map<String, Object> said = new HashMap<>();
        if (table.mine() != null) {
            said.put(table.mine(), PERSON);
        }
        table.people().forEach(column -> said.put(column, PERSON));
        table.lists().forEach(column -> said.put(column, "[\"canary7\",\"wei\"]"));
        table.texts().forEach(column -> said.put(column, NAMED));
        if (!table.sealed().isEmpty()) {
            // The rows of a house name each other by their own ids, all others may be called anything.
            String id = House.IDS.getOrDefault(name, "M") + SUFFIX;
            said.put("id", id);
            table.sealed()
                    .forEach(column ->
                            said.put(column, seal.seal(new SealedColumn(name, "id", column).place(id), NAMED)));
        }
        if (name.equals("oncall_rota")) {
            said.put("layers", "[]");
            said.put("owner", "max");
        }
        said.put("open_key", null);
        return said;
    }

    /** Every table with a text, sealed or not, or bytes in which the pattern is found; large and small letters are alike. */
    private List<String> whereStands(String pattern) {
        java.util.regex.Pattern wanted =
                java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        Inventory inventory = Inventory.read();
        for (String table : filler.tables()) {
            List<String> sealed = inventory.ours().containsKey(table)
                    ? inventory.ours().get(table).sealed()
                    : List.of();
            for (TableFiller.Column column : filler.columns(table)) {
                boolean bytes = column.type().contains("blob")
                        || column.type().contains("binary")
                        || column.type().equals("bytea");
                if (!column.isText() && !bytes) {
                    continue;
                }
                if (sealed.contains(column.name())) {
                    if (opened(table, column.name()).stream()
                            .anyMatch(text -> wanted.matcher(text).find())) {
                        found.add(table + "." + column.name());
                    }
                    continue;
                }
                boolean stands = jdbc
                        .sql("select " + column.name() + " from " + table + " where " + column.name() + " is not null")
                        .query((row, number) ->
                                bytes ? new String(row.getBytes(1), StandardCharsets.UTF_8) : row.getString(1))
                        .list()
                        .stream()
                        .anyMatch(text -> wanted.matcher(text).find());
                if (stands) {
                    found.add(table + "." + column.name());
                }
            }
        }
        return found;
    }

    private List<String> opened(String table, String column) {
        String key = Inventory.read().ours().get(table).key().get(0);
        SealedColumn place = new SealedColumn(table, key, column);
        return jdbc.sql("select %s, %s from %s where %2$s is not null".formatted(key, column, table))
                .query((row, number) -> seal.open(place.place(row.getString(1)), row.getString(2)))
                .list();
    }

    private JsonNode read(byte[] file) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("README.txt");
            assertThat(zip.getNextEntry().getName()).isEqualTo("export.json");
            return json.readTree(zip.readAllBytes());
        }
    }

    private String approved(DataRequest.Kind kind, String person, String words) {
        String id = asked(kind, person, words);
        decided("mona", id);
        return id;
    }

    private String asked(DataRequest.Kind kind, String person, String words) {
        return as("max", () -> requests.open(kind, person, words, "Art. 17 GDPR, letter of 1 November"))
                .id();
    }

    private void decided(String by, String id) {
        as(by, () -> requests.decide(id, true, null));
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(java.time.ZoneOffset.UTC);
    }
}
