package io.watchdesk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.desk.registers.Imports;
import io.watchdesk.desk.registers.Registers;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordLists;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.ListsBefore;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.work.WorkTable.Held;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A large file is applied to a register by long work: all that was shown or nothing, whoever dies or changes a mind. */
class LongImportTest extends ApplicationSpecification {

    private static final String KIND = "register-import";
    private static final int LINES = 501;

    @Autowired
    private LongWork work;

    @Autowired
    private WorkTable table;

    @Autowired
    private List<WorkKind> kinds;

    @Autowired
    private Registers registers;

    @Autowired
    private Imports imports;

    @Autowired
    private WordLists lists;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private ListsBefore listsBefore;
    private TasklistClient max;
    private String file;

    @BeforeEach
    void a_file_that_was_looked_through() {
        listsBefore = new ListsBefore(lists, jdbc);
        max = TasklistClient.login(at("/"), "max", "max");
        String words = "kind,entry,severity,category,reason\r\n"
                + IntStream.range(0, LINES)
                        .mapToObj(i -> "word,zw%s,warning,load,第 %d 行 ☕\r\n".formatted(letters(i), i))
                        .collect(Collectors.joining());
        Answer uploaded = max.upload(
                "/desk/registers/words/import",
                "词库 <b>.csv",
                "text/csv",
                words.getBytes(StandardCharsets.UTF_8),
                Map.of());
        file = uploaded.json().path("id").asText();
    }

    @AfterEach
    void take_it_back() {
        listsBefore.comeBack();
        jdbc.sql("delete from register_import").update();
    }

    @Test
    void the_person_is_led_to_the_work_and_told_how_it_ended() {
        assertThat(max.get(path()).text()).contains("applied in the background");
        Answer applied = max.post(path() + "/application", Map.of("stamp", stamp()));

        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        String id = applied.json().path("work").asText();
        awaitEnd(id);
        assertThat(max.get("/desk/work/" + id).text())
                .contains("501 added, 0 changed, 0 retired, 0 as before", "href=\"/desk/registers/words\"")
                .contains("词库 &lt;b&gt;.csv");
        assertThat(version()).as("one version for all lines").isEqualTo(listsBefore.newest() + 1);
        assertThat(entries.about("word:zw" + letters(500), 1).get(0).actor()).isEqualTo("max");
        TasklistClient chen = TasklistClient.login(at("/"), "chen", "chen");
        assertThat(chen.get("/desk/work/" + id).status()).isEqualTo(404);
        assertThat(max.post(path() + "/application", Map.of("stamp", "x")).status())
                .isEqualTo(400);
    }

    @Test
    void a_node_that_dies_before_the_commit_leaves_nothing_and_another_one_does_it_all() {
        Held dead = ordered();
        List<String> seen = new ArrayList<>();
        WorkSteps node = node(done -> {
            seen.add(max.get("/desk/work/" + dead.id()).text());
            if (done == LINES) {
                throw new NodeGone();
            }
        });
        assertThatThrownBy(() -> node.next(dead)).isInstanceOf(NodeGone.class);

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).contains("0 of 501");
        assertThat(seen.get(1)).as("all lines are written, none is in force").contains("501 of 501");
        assertThat(version()).isEqualTo(listsBefore.newest());
        String page = max.get(path()).text();
        assertThat(page).contains("being applied in the background", dead.id()).doesNotContain("id=\"apply\"");
        assertThat(max.post(path() + "/application", Map.of("stamp", anyStamp(page)))
                        .sentence())
                .contains("being applied already", dead.id());

        timePasses(Duration.ofSeconds(31));
        awaitEnd(dead.id());
        assertThat(max.get("/desk/work/" + dead.id()).text()).contains("501 added");
        assertThat(version()).isEqualTo(listsBefore.newest() + 1);
    }

    @Test
    void who_cancels_before_it_is_in_force_changes_nothing_and_may_apply_the_file_later() {
        for (int moment : List.of(0, LINES)) {
            Held held = ordered();
            WorkSteps node = node(done -> {
                if (done == moment) {
                    assertThat(max.post("/desk/work/" + held.id() + "/cancel", Map.of())
                                    .status())
                            .isEqualTo(200);
                }
            });
            assertThat(node.next(held)).isFalse();

            assertThat(as("max", () -> work.find(held.id()).orElseThrow().state()))
                    .isEqualTo(Work.State.CANCELLED);
            assertThat(max.get("/desk/work/" + held.id()).text())
                    .as("the file is still there")
                    .contains("href=\"%s\"".formatted(path()));
            assertThat(version()).isEqualTo(listsBefore.newest());
        }
        Answer applied = max.post(path() + "/application", Map.of("stamp", stamp()));
        awaitEnd(applied.json().path("work").asText());
        assertThat(version()).isEqualTo(listsBefore.newest() + 1);
    }

    @Test
    void what_is_not_any_more_what_was_shown_is_refused_with_the_way_to_look_at_it_again() {
        String stamp = stamp();
        WordList before = lists.active();
        List<WordList.Word> words = new ArrayList<>(before.entries().words());
        words.add(new WordList.Word("zw" + letters(7), Finding.Severity.BLOCK, "x", "Hers."));
        String id = transaction.execute(status -> {
            String ordered = as("max", () -> imports.apply(registers.owned("words"), file, stamp))
                    .work();
            as(
                    "chen",
                    () -> lists.activate(
                            new WordList.Entries(
                                    words,
                                    before.entries().allowed(),
                                    before.entries().hosts()),
                            "chen"));
            return ordered;
        });
        awaitEnd(id);

        assertThat(max.get("/desk/work/" + id).text())
                .contains("not what was shown to you any more", "href=\"%s\"".formatted(path()));
        assertThat(version()).isEqualTo(listsBefore.newest() + 1);
        assertThat(lists.active().entries().words())
                .noneMatch(word -> word.term().equals("zw" + letters(8)))
                .anyMatch(word -> word.reason().equals("Hers."));
    }

    /** Put down and held by a node of this test before any other one sees it. */
    private Held ordered() {
        String stamp = stamp();
        return transaction.execute(status -> {
            as("max", () -> imports.apply(registers.owned("words"), file, stamp));
            return table.take(
                            "dead",
                            Set.of(KIND),
                            clock.instant(),
                            clock.instant().minusSeconds(30))
                    .orElseThrow();
        });
    }

    /** A node at which something happens whenever progress was told. */
    private WorkSteps node(IntConsumer meanwhile) {
        WorkKind real = kinds.stream()
                .filter(kind -> kind.id().equals(KIND))
                .findFirst()
                .orElseThrow();
        WorkKind watched = new WorkKind() {
            @Override
            public String id() {
                return KIND;
            }

            @Override
            public Done carryOut(Step step, Progress progress) {
                return real.carryOut(step, (done, total) -> {
                    progress.at(done, total);
                    meanwhile.accept(done);
                });
            }
        };
        return new WorkSteps(List.of(watched), table, people, audit, transaction, clock);
    }

    private void awaitEnd(String id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as("max", () -> work.find(id).orElseThrow()).over());
    }

    private int version() {
        return Integer.parseInt(lists.active().version().substring(2));
    }

    private String path() {
        return "/desk/registers/words/import/" + file;
    }

    private String stamp() {
        return anyStamp(max.get(path()).text());
    }

    /** Of the page's button; any other where it has none. */
    private static String anyStamp(String page) {
        Matcher stamp = Pattern.compile("data-stamp=\"([0-9a-f]{64})\"").matcher(page);
        return stamp.find() ? stamp.group(1) : "none";
    }

    /** Letters only, because a number in a word would not be told from others by its reading. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 26))))
                .collect(Collectors.joining("x"));
    }

    /** No exception of the program: the machine is off. */
    private static final class NodeGone extends Error {}
}
