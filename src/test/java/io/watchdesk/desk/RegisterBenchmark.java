package io.watchdesk.desk;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of {@link DeskBenchmark} about registers: 100,000 files with rights, 20,000 listed words. */
final class RegisterBenchmark {

    private static final int FILES = 100_000;
    private static final int WORDS_AT_ONCE = 10_000;
    private static final int IMPORTS = 2;
    private static final int DRY_RUN = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern STAMP = Pattern.compile("data-stamp=\"([0-9a-f]{64})\"");
    private static final String WORD_HEAD = "kind,entry,severity,category,reason\r\n";

    private final JdbcClient jdbc;
    private final TasklistClient manager;

    RegisterBenchmark(JdbcClient jdbc, TasklistClient manager) {
        this.jdbc = jdbc;
        this.manager = manager;
    }

    /** One file for each of the copied pieces, every tenth without rights, and words that come as people bring them. */
    void fill() {
        jdbc.sql(
                        "insert into content_asset (id, piece_id, kind, file_name, media_type, bytes, sha256, rights, rights_until,"
                                + " uploaded_by, uploaded_at, found_by)"
                                + " select id, piece, 'IMAGE', name, 'image/png', 1000, repeat('0', 64), rights, until, 'wei', at,"
                                + " lower(name || ' ' || id || ' ' || piece || ' ' || coalesce(rights, '')) from ("
                                + " select 'A-bench-' || n as id, 'B-' || n as piece, '图片-' || n || '.png' as name,"
                                + " case when n % 10 = 0 then null else '{\"source\":\"Agency\",\"holder\":\"Li Si ' || n ||"
                                + " '\",\"licence\":\"L-' || n || '\",\"scope\":\"全平台使用\",\"channels\":[\"Weibo\"],\"validFrom\":null,"
                                + "\"validTo\":\"' || (current_date + n % 800 - 100) || '\",\"proof\":\"contract ' || n || '\"}' end as rights,"
                                + " case when n % 10 = 0 then null else current_date + n % 800 - 100 end as until,"
                                + " now() - interval '4 minutes' * n as at from generate_series(1, " + FILES
                                + ") n) files")
                .update();
        for (int part = 0; part < IMPORTS; part++) {
            int first = part * WORDS_AT_ONCE;
            long began = System.nanoTime();
            String path = "/desk/registers/words/import/" + uploaded("words", words(first, WORDS_AT_ONCE));
            Matcher stamp = STAMP.matcher(ok(manager.get(path)).text());
            if (!stamp.find()) {
                throw new IllegalStateException("The file cannot be applied: " + path);
            }
            String work = ok(manager.post(path + "/application", Map.of("stamp", stamp.group(1))))
                    .json()
                    .path("work")
                    .asText();
            await().atMost(PATIENCE)
                    .until(() -> manager.get("/desk/work/" + work).text().contains(WORDS_AT_ONCE + " added"));
            System.out.printf(
                    "import of %d words, from choosing the file to in force: %.1f s%n",
                    WORDS_AT_ONCE, (System.nanoTime() - began) / 1e9);
        }
    }

    /** What is measured as pages. */
    Map<String, Runnable> pages() {
        Map<String, Runnable> pages = new LinkedHashMap<>();
        for (String page : new String[] {
            "",
            "/rights",
            "/rights?page=1000",
            "/rights?standing=ending",
            "/rights?text=li%20si%2099",
            "/rights?text=nowhere%20to%20be%20found",
            "/rights/entry?key=A-bench-50001",
            "/words",
            "/words?text=reason%201999",
            "/accounts"
        }) {
            pages.put("/desk/registers" + page, () -> ok(manager.get("/desk/registers" + page)));
        }
        return pages;
    }

    /** What is no page and may take longer: files out and a look through a large file. */
    Map<String, Runnable> files() {
        Map<String, Runnable> files = new LinkedHashMap<>();
        files.put("rights as CSV", () -> ok(manager.get("/desk/registers/rights/file.csv")));
        files.put("words as CSV", () -> ok(manager.get("/desk/registers/words/file.csv")));
        String words = words(IMPORTS * WORDS_AT_ONCE, DRY_RUN);
        files.put("dry run of 5,000 words: upload and page", dryRun("words", words));
        String all = manager.get("/desk/registers/rights/file.csv").text();
        String rights = all.lines()
                .limit(DRY_RUN + 1L)
                .map(line -> line.replace("Agency", "Another agency"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        files.put("dry run of 5,000 rights: upload and page", dryRun("rights", rights));
        return files;
    }

    private Runnable dryRun(String register, String file) {
        return () -> ok(manager.get("/desk/registers/%s/import/%s".formatted(register, uploaded(register, file))));
    }

    private String uploaded(String register, String file) {
        return ok(manager.upload(
                        "/desk/registers/" + register + "/import",
                        "file.csv",
                        "text/csv",
                        file.getBytes(StandardCharsets.UTF_8),
                        Map.of()))
                .json()
                .path("id")
                .asText();
    }

    private static String words(int first, int count) {
        return WORD_HEAD
                + IntStream.range(first, first + count)
                        .mapToObj(i -> "word,zq%s,warning,load,reason %d\r\n".formatted(letters(i), i))
                        .collect(Collectors.joining());
    }

    /** Letters only, because a number in a word would not be told from others by its reading. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 26))))
                .collect(Collectors.joining("x"));
    }

    private static Answer ok(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }
}
