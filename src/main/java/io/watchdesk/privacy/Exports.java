package io.watchdesk.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.watchdesk.audit.Redactions;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes everything that is held about somebody into one file, and keeps it sealed until it is handed over. */
@Component
class Exports implements SealedColumn.Keeper {

    private static final SealedColumn PART = new SealedColumn("data_export", "id", "part");
    private static final int CHARACTERS_A_PART = 500_000;
    private static final String README = """
            Everything that Watchdesk holds about one person.

            export.json: UTF-8, JSON. "account" is how the person signs in. "tables" holds the rows in which the person
            stands, by table; column names are those of the database, times are UTC. "audit" are the entries of the audit
            log. Rows may name other people: look through the file before you hand it over.
            """;

    private final Holdings holdings;
    private final Redactions audit;
    private final People people;
    private final JdbcClient jdbc;
    private final Seal seal;
    private final ObjectMapper json;
    private final Clock clock;

    Exports(
            Holdings holdings,
            Redactions audit,
            People people,
            JdbcClient jdbc,
            Seal seal,
            ObjectMapper json,
            Clock clock) {
        this.holdings = holdings;
        this.audit = audit;
        this.people = people;
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.clock = clock;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PART);
    }

    /** Makes the file anew; the answer is how many rows are in it. */
    long make(String requestId, Subject subject) {
        Map<String, Object> tables = new LinkedHashMap<>();
        long rows = 0;
        for (Map.Entry<String, Inventory.Table> table :
                holdings.inventory().personal().entrySet()) {
            List<Map<String, Object>> found = holdings.rows(table.getKey(), table.getValue(), subject);
            found.forEach(row -> row.values().removeIf(byte[].class::isInstance));
            if (!found.isEmpty()) {
                tables.put(table.getKey(), found);
                rows += found.size();
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("request", requestId);
        all.put("madeAt", clock.instant().toString());
        all.put("account", account(subject));
        all.put("tables", tables);
        all.put("audit", audit.containing(subject.needles()));
        keep(requestId, zip(all));
        return rows;
    }

    /** The file of a request. */
    byte[] read(String requestId) {
        List<String> parts = jdbc.sql("select id, part from data_export where request_id = ? order by number")
                .param(requestId)
                .query((row, number) -> seal.open(PART.place(row.getString("id")), row.getString("part")))
                .list();
        if (parts.isEmpty()) {
            throw new Refused(
                    "There is no export of %s, or its time is over. Make a new request.".formatted(requestId));
        }
        return Base64.getDecoder().decode(String.join("", parts));
    }

    private Map<String, Object> account(Subject subject) {
        Map<String, Object> account = new LinkedHashMap<>();
        if (subject.id() != null) {
            account.put("id", subject.id());
            people.find(subject.id()).ifPresent(person -> account.put("person", person));
            account.put("groups", people.groupsOf(subject.id()));
        }
        account.put("foundBy", subject.needles());
        return account;
    }

    private byte[] zip(Map<String, Object> all) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(README.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("export.json"));
            zip.write(json.writeValueAsBytes(all));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("The export cannot be written.", e);
        }
        return file.toByteArray();
    }

    private void keep(String requestId, byte[] file) {
        jdbc.sql("delete from data_export where request_id = ?")
                .param(requestId)
                .update();
        String text = Base64.getEncoder().encodeToString(file);
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += CHARACTERS_A_PART) {
            parts.add(text.substring(from, Math.min(text.length(), from + CHARACTERS_A_PART)));
        }
        for (int number = 0; number < parts.size(); number++) {
            String id = requestId + "/" + number;
            jdbc.sql("insert into data_export (id, request_id, number, part, made_at) values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            requestId,
                            number,
                            seal.seal(PART.place(id), parts.get(number)),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
