package io.watchdesk.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the database holds about people; {@code privacy/inventory.yaml} explains the words. */
final class Inventory {

    private final Map<String, Table> ours;
    private final Map<String, Table> engines;

    private Inventory(Map<String, Table> ours, Map<String, Table> engines) {
        this.ours = ours;
        this.engines = engines;
    }

    static Inventory read() {
        Read read = PrivacyFile.read("inventory.yaml", Read.class);
        return new Inventory(read.tables(), read.engine());
    }

    /** Our own tables by name. */
    Map<String, Table> ours() {
        return ours;
    }

    /** All tables in which something about a person may stand. */
    Map<String, Table> personal() {
        Map<String, Table> personal = new LinkedHashMap<>();
        Stream.of(ours, engines)
                .flatMap(tables -> tables.entrySet().stream())
                .filter(entry -> entry.getValue().isPersonal())
                .forEach(entry -> personal.put(entry.getKey(), entry.getValue()));
        return personal;
    }

    private record Read(Map<String, Table> tables, Map<String, Table> engine) {}

    /**
     * One table.
     *
     * @param bytes column with the id of a byte array that may hold JSON; only of the engine's tables
     * @param raw column with text as bytes; only of the engine's tables
     */
    record Table(
            String kind,
            List<String> key,
            String mine,
            List<String> people,
            List<String> lists,
            List<String> texts,
            List<String> sealed,
            List<String> content,
            List<String> plain,
            String permit,
            String bytes,
            String raw) {

        Table {
            key = orNone(key);
            people = orNone(people);
            lists = orNone(lists);
            texts = orNone(texts);
            sealed = orNone(sealed);
            content = orNone(content);
            plain = orNone(plain);
        }

        private static List<String> orNone(List<String> columns) {
            return columns == null ? List.of() : List.copyOf(columns);
        }

        boolean isPersonal() {
            return mine != null || !people.isEmpty() || !lists.isEmpty() || !texts.isEmpty() || !sealed.isEmpty();
        }

        /** Columns of which a person may be a part. */
        Stream<String> woven() {
            return Stream.of(lists, texts).flatMap(List::stream);
        }

        Stream<String> all() {
            return Stream.concat(
                    mine == null ? Stream.empty() : Stream.of(mine),
                    Stream.of(people, lists, texts, sealed, content, plain).flatMap(List::stream));
        }
    }
}
