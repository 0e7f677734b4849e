package io.watchdesk.desk.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchdesk.account.AccountBook;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.content.Asset;
import io.watchdesk.statement.Templates;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** The rules of the registers as they are met over HTTP. */
class RegistersTest extends RegisterWorld {

    private static final String HEAD = "kind,entry,severity,category,reason\r\n";

    @Autowired
    private AccountBook accounts;

    @Autowired
    private List<Register> registers;

    @Autowired
    private Templates templates;

    @Autowired
    private AuditEntries audit;

    @AfterEach
    void takeBack() {
        jdbc.sql("delete from account").update();
        ReflectionTestUtils.setField(AopTestUtils.<Object>getTargetObject(accounts), "known", null);
        jdbc.sql("delete from statement_template where id = 'test-template'").update();
    }

    @Test
    void only_those_whose_role_owns_a_register_change_it() {
        Map<String, Object> word = written("", "", Map.of("kind", "word", "entry", "独一份", "reason", "x"));

        assertThat(signedIn("wei").put("/desk/registers/words/entry", word).status())
                .isEqualTo(403);
        assertThat(signedIn("chen").put("/desk/registers/accounts/entry", word).status())
                .isEqualTo(403);
        assertThat(signedIn("wei").get("/desk/registers/words").status()).isEqualTo(200);
        assertThat(signedIn("olga").get("/desk/registers/words/file.csv").status())
                .isEqualTo(403);
        assertThat(signedIn("wei").get("/desk/registers/words/import").status()).isEqualTo(403);
        assertThat(lists.active().version()).isEqualTo("L-" + listsBefore.newest());
    }

    @Test
    void a_word_is_added_changed_and_taken_out_each_time_as_a_new_version_with_its_audit_entry() {
        TasklistClient chen = signedIn("chen");
        String word = "独一份<b>儿";

        Answer refused = chen.put(
                "/desk/registers/words/entry",
                written(
                        "",
                        "",
                        Map.of("kind", "word", "entry", word, "severity", "allow", "category", "x", "reason", "")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("reason");
        Answer wrong = chen.put(
                "/desk/registers/words/entry",
                written(
                        "",
                        "",
                        Map.of("kind", "word", "entry", word, "severity", "allow", "category", "x", "reason", "y")));
        assertThat(fields(wrong)).containsExactly("severity");

        save(chen, "", Map.of("kind", "word", "entry", word, "severity", "block", "category", "x", "reason", "first"));
        String key = "word:" + word;
        String page =
                chen.get("/desk/registers/words/entry?key=" + encoded(key)).text();
        assertThat(page).contains("独一份&lt;b&gt;儿").doesNotContain("<b>儿");
        save(chen, key, Map.of("reason", "second"));
        Answer late =
                chen.put("/desk/registers/words/entry", written(key, "of another day", Map.of("reason", "third")));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.sentence()).contains("Somebody else has changed this entry");
        save(chen, key, Map.of("state", "retired"));

        assertThat(lists.active().version()).isEqualTo("L-" + (listsBefore.newest() + 3));
        assertThat(lists.active().entries().words())
                .noneMatch(each -> each.term().equals(word));
        List<AuditEntry> entries = audit.about("word:" + word, 10);
        assertThat(entries).extracting(AuditEntry::actor).containsExactly("chen", "chen", "chen");
        assertThat(entries.get(0).after()).isNull();
        assertThat(entries.get(1).after()).contains("second");
        assertThat(entries.get(2).before()).isNull();
        assertThat(chen.get("/desk/registers/words/entry?key=" + encoded(key)).text())
                .contains("not in the register any more", "second");
    }

    @Test
    void an_exported_file_changes_nothing_when_it_is_imported() {
        TasklistClient max = signedIn("max");
        save(
                max,
                "",
                Map.of(
                        "kind",
                        "word",
                        "entry",
                        "=cmd|怪词",
                        "severity",
                        "warning",
                        "category",
                        "-x",
                        "reason",
                        "'=1+1\nsaid \"so\"; 好☕"));

        for (String register : List.of("words", "accounts", "templates")) {
            String file = max.get("/desk/registers/" + register + "/file.csv").text();
            assertThat(file).startsWith("\uFEFF");
            assertThat(counts(max, register, upload(max, register, file.getBytes(StandardCharsets.UTF_8))))
                    .as(register)
                    .containsOnlyKeys("UNCHANGED");
        }
        String words = max.get("/desk/registers/words/file.csv").text();
        assertThat(words).contains("\"'=cmd|怪词\"", "\"'-x\"", "\"''=1+1\nsaid \"\"so\"\"; 好☕\"");
    }

    @Test
    void a_dry_run_names_line_column_and_sentence_and_applies_nothing() {
        TasklistClient max = signedIn("max");
        String file = HEAD
                + "word,新词一号,block,claim,\"two\nlines\"\r\n"
                + "word,新词二号,loud,claim,reason\r\n"
                + "\r\n"
                + "host,https://no.example,block,,reason\r\n"
                + "word,新词一号,block,claim,again\r\n"
                + "allowed,短,,,reason\r\n"
                + "word,新词三号,block\r\n"
                + "word,新词四号,block,claim,\r\n";
        String id = id(upload(max, "words", file.getBytes(StandardCharsets.UTF_8)));

        Plan plan = as("max", () -> DryRun.of(register("words"), file.getBytes(StandardCharsets.UTF_8), 100));
        assertThat(plan.lines().stream()
                        .filter(line -> line.outcome() == Plan.Outcome.REFUSED)
                        .map(line -> line.number() + " " + line.flaws().get(0).field()))
                .containsExactly("4 severity", "6 entry", "7 ", "8 entry", "9 ", "10 reason");
        String page = max.get("/desk/registers/words/import/" + id).text();
        assertThat(page).contains("&quot;loud&quot; is none of these", "The same entry stands in line 2", ">10<");
        assertThat(page).doesNotContain("id=\"apply\"");
        Answer applied = max.post("/desk/registers/words/import/" + id + "/application", Map.of("stamp", plan.stamp()));
        assertThat(applied.status()).isEqualTo(400);
        assertThat(lists.active().version()).isEqualTo("L-" + listsBefore.newest());
    }

    @Test
    void what_is_applied_is_what_was_shown_or_nothing() {
        TasklistClient max = signedIn("max");
        TasklistClient lena = signedIn("lena");
        String file = HEAD + "word,新词一号,block,claim,first\r\nword,新词二号,warning,claim,second\r\n";
        String id = id(upload(max, "words", file.getBytes(StandardCharsets.UTF_8)));
        String path = "/desk/registers/words/import/" + id;
        String shown = stamp(max.get(path).text());

        assertThat(lena.get(path).status()).as("somebody else's file").isEqualTo(400);
        save(
                lena,
                "",
                Map.of("kind", "word", "entry", "新词一号", "severity", "warning", "category", "x", "reason", "hers"));
        Answer changed = max.post(path + "/application", Map.of("stamp", shown));
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.sentence()).contains("not what was shown to you");

        Answer applied = max.post(
                path + "/application", Map.of("stamp", stamp(max.get(path).text())));
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        assertThat(applied.json().path("changed").asInt()).isEqualTo(2);
        assertThat(lists.active().version())
                .as("one version for all lines")
                .isEqualTo("L-" + (listsBefore.newest() + 2));
        assertThat(audit.about("word:新词一号", 1).get(0).after()).contains("first");
        assertThat(audit.about("word:新词二号", 1).get(0).actor()).isEqualTo("max");
        assertThat(max.post(path + "/application", Map.of("stamp", shown)).status())
                .isEqualTo(400);
    }

    @Test
    void files_of_other_programs_are_read_or_refused_with_how_to_save_them() {
        TasklistClient max = signedIn("max");
        String file = HEAD + "word,新词一号,block,claim,第一\r\n";

        assertThat(id(upload(max, "words", ("\uFEFF" + file.replace(',', ';')).getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(id(upload(max, "words", ("\uFEFF" + file.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))))
                .isNotEmpty();
        assertThat(upload(max, "words", file.getBytes(Charset.forName("GBK"))).sentence())
                .contains("GBK", "CSV UTF-8");
        assertThat(upload(max, "words", new byte[] {'P', 'K', 3, 4, 0, 0}).sentence())
                .contains("workbook", "CSV UTF-8");
        assertThat(upload(max, "words", (HEAD + "word,\"open,block,x,y\r\n").getBytes(StandardCharsets.UTF_8))
                        .sentence())
                .contains("After line 1 a quotation mark");
        assertThat(upload(max, "words", "kind,entry,colour\r\n".getBytes(StandardCharsets.UTF_8))
                        .sentence())
                .contains("\"colour\" is not known", "\"severity\" is missing");
        assertThat(upload(max, "words", new byte[0]).status()).isEqualTo(400);
    }

    @Test
    void five_thousand_lines_are_looked_through_and_applied_within_seconds() {
        TasklistClient max = signedIn("max");
        String file = HEAD
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "word,zq%s,warning,load,reason %d\r\n".formatted(letters(i), i))
                        .collect(Collectors.joining());
        long begin = System.nanoTime();
        String id = id(upload(max, "words", file.getBytes(StandardCharsets.UTF_8)));
        String path = "/desk/registers/words/import/" + id;
        String stamp = stamp(max.get(path).text());
        long looked = System.nanoTime();
        Answer applied = max.post(path + "/application", Map.of("stamp", stamp));
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        String work = "/desk/work/" + applied.json().path("work").asText();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> max.get(work).text().contains("5000 added"));
        long done = System.nanoTime();

        assertThat((done - begin) / 1_000_000).as("milliseconds").isLessThan(30_000);
        System.out.printf(
                "looked through twice in %d ms, applied in %d ms%n",
                (looked - begin) / 1_000_000, (done - looked) / 1_000_000);
    }

    @Test
    void an_account_is_checked_changed_and_retired_and_the_last_one_stays() {
        TasklistClient max = signedIn("max");
        Answer refused = max.put(
                "/desk/registers/accounts/entry",
                written("", "", Map.of("id", "Tea House", "zone", "Asia/Nowhere", "work-days", "mon tee")));
        assertThat(fields(refused)).contains("name", "platform");
        Map<String, String> tea = Map.ofEntries(
                Map.entry("id", "tea-house"),
                Map.entry("name", "茶馆 ☕"),
                Map.entry("channel", "manual"),
                Map.entry("platform", "Weibo"),
                Map.entry("zone", "Asia/Tokyo"),
                Map.entry("country", "jp"),
                Map.entry("work-from", "9:00"),
                Map.entry("work-to", "18:00"),
                Map.entry("work-days", "mon, tue"),
                Map.entry("grace", "PT10M"),
                Map.entry("title-limit", "30"),
                Map.entry("body-limit", "140"),
                Map.entry("ai-label", "AI"),
                Map.entry("languages", "ZH-hant, en"));
        Map<String, String> wrong = new HashMap<>(tea);
        wrong.putAll(Map.of("id", "Tea House", "zone", "Asia/Nowhere", "work-days", "mon tee", "grace", "soon"));
        assertThat(fields(max.put("/desk/registers/accounts/entry", written("", "", wrong))))
                .containsExactlyInAnyOrder("zone", "work-days", "grace");

        save(max, "accounts", "", tea);
        assertThat(accounts.require("tea-house").zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(accounts.require("tea-house").languages()).containsExactly("en", "zh-Hant");
        assertThat(fields(max.put(
                        "/desk/registers/accounts/entry",
                        written(
                                "tea-house",
                                shownStamp(max, "accounts", "tea-house"),
                                Map.of("languages", "en; klingon")))))
                .containsExactly("languages");
        save(max, "accounts", "tea-house", Map.of("name", "Tea"));
        save(max, "accounts", "tea-house", Map.of("state", "retired"));
        assertThat(accounts.all()).noneMatch(account -> account.id().equals("tea-house"));
        assertThat(accounts.find("tea-house")).isPresent();
        assertThat(audit.about("account:tea-house", 10)).hasSize(3);

        // Posts that other stories left would keep their accounts in use.
        jdbc.sql("update publication set state = 'DROPPED' where state not in ('PUBLISHED', 'TAKEN_DOWN')")
                .update();
        String all = max.get("/desk/registers/accounts/file.csv").text().replace("\"active\"", "\"retired\"");
        String id = id(upload(max, "accounts", all.getBytes(StandardCharsets.UTF_8)));
        String path = "/desk/registers/accounts/import/" + id;
        Answer applied = max.post(
                path + "/application", Map.of("stamp", stamp(max.get(path).text())));
        assertThat(applied.sentence()).contains("The last account cannot be retired");
        assertThat(accounts.all()).isNotEmpty();
    }

    @Test
    void a_template_is_checked_for_its_placeholders_seen_beforehand_and_retired() {
        TasklistClient petra = signedIn("petra");
        Map<String, String> fields = new HashMap<>(Map.of(
                "id", "test-template",
                "scenario", "test",
                "channel", "post",
                "tone", "warm",
                "language", "en",
                "title", "We <i>look</i> into it",
                "body", "Known: {{facts}}\n\n{{joke}} {{ cause }}",
                "phrase-facts", "It rained. 下雨了 ☔"));
        Answer refused = petra.put("/desk/registers/templates/entry", written("", "", fields));
        assertThat(fields(refused)).containsExactly("body", "body");
        assertThat(refused.sentence()).contains("{{joke}} is no placeholder");
        fields.put("body", "Known: {{facts}}\n\nBecause: {{cause}}");

        Answer preview = petra.post("/desk/registers/templates/preview", fields);
        assertThat(preview.json().path("body").asText()).isEqualTo("Known: It rained. 下雨了 ☔\n\nBecause: [Cause]");
        save(petra, "templates", "", fields);
        assertThat(templates.all()).anyMatch(template -> template.id().equals("test-template"));
        save(petra, "templates", "test-template", Map.of("state", "retired"));
        assertThat(templates.all()).noneMatch(template -> template.id().equals("test-template"));
        assertThat(templates.get("test-template").title()).startsWith("We");
        assertThat(audit.about("template:test-template", 5)).hasSize(2);
        assertThat(signedIn("wei").get("/desk/registers/templates").status()).isEqualTo(403);
    }

    @Test
    void rights_are_kept_up_to_date_for_files_that_come_with_their_pieces() {
        TasklistClient lena = signedIn("lena");
        String id = asset();
        String list = "/desk/registers/rights?text=" + id;
        assertThat(lena.get(list + "&standing=none").text()).contains("cup.png");
        assertThat(lena.get(list + "&standing=ended").text()).doesNotContain("cup.png");
        Answer refused = lena.put(
                "/desk/registers/rights/entry",
                written(
                        id,
                        shownStamp(lena, "rights", id),
                        Map.of("from", "2026-02-01", "to", "2026/1/1", "kind", "font")));
        assertThat(fields(refused)).containsExactly("kind");
        Answer order = lena.put(
                "/desk/registers/rights/entry",
                written(id, shownStamp(lena, "rights", id), Map.of("from", "2026-02-01", "to", "2026/1/1")));
        assertThat(order.sentence()).contains("The right ends on 2026-01-01, before it begins");
        save(lena, "rights", id, Map.of("holder", "Hu <b>", "to", "2020/1/31", "channels", "Weibo;Douyin"));

        assertThat(assets.asset(id).rights().channels()).containsExactlyInAnyOrder("Douyin", "Weibo");
        assertThat(lena.get(list + "&standing=ended").text()).contains("cup.png");
        String page = lena.get("/desk/registers/rights/entry?key=" + id).text();
        assertThat(page).contains("/desk/items/C-", "Hu &lt;b&gt;");
        assertThat(audit.about(id, 5)).hasSize(1);
        String file = "id,source,holder,licence,scope,channels,territories,credit,from,to,proof\r\n" + id
                + ",,,,,,,,,,\r\nA-none,x,,,,,,,,,\r\n";
        assertThat(lena.get("/desk/registers/rights/import/"
                                + id(upload(lena, "rights", file.getBytes(StandardCharsets.UTF_8))))
                        .text())
                .contains("none can be added here");
        String all = lena.get("/desk/registers/rights/file.csv").text();
        assertThat(counts(lena, "rights", upload(lena, "rights", all.getBytes(StandardCharsets.UTF_8))))
                .containsOnlyKeys("UNCHANGED");
        Answer nowhere = lena.put(
                "/desk/registers/rights/entry",
                written(id, shownStamp(lena, "rights", id), Map.of("territories", "CN; Chine")));
        assertThat(fields(nowhere)).containsExactly("territories");
        save(lena, "rights", id, Map.of("territories", "hk；CN", "credit", "图：Hu <i>"));
        assertThat(assets.asset(id).rights().territories()).containsExactly("CN", "HK");
        assertThat(lena.get("/desk/registers/rights/entry?key=" + id).text()).contains("CN; HK", "图：Hu &lt;i&gt;");
        assertThat(lena.get("/desk/registers/rights/file.csv").text()).contains("\"CN; HK\",\"图：Hu <i>\"");
        assertThat(audit.about(id, 5).get(0).after()).contains("\"territories\":[\"CN\",\"HK\"]");
        assertThatThrownBy(() -> as(
                        "wei",
                        () -> assets.setRights(
                                id,
                                new Asset.Rights(
                                        "", "", "", "", Set.of(), null, null, "", new TreeSet<>(Set.of("China")), ""))))
                .hasMessage("\"CHINA\" is no ISO 3166 country code such as CN.");
        save(lena, "rights", id, Map.of("holder", "", "to", "", "channels", "", "territories", "", "credit", ""));
        assertThat(assets.asset(id).rights()).isNull();
    }

    private Register register(String id) {
        return registers.stream()
                .filter(register -> register.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(at("/"), person, person);
    }

    private static void save(TasklistClient person, String key, Map<String, String> fields) {
        save(person, "words", key, fields);
    }

    private static void save(TasklistClient person, String register, String key, Map<String, String> fields) {
        Answer saved = person.put(
                "/desk/registers/" + register + "/entry", written(key, shownStamp(person, register, key), fields));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    /** The stamp of the entry that the form shows. */
    private static String shownStamp(TasklistClient person, String register, String key) {
        return key.isEmpty()
                ? ""
                : stamp(person.get("/desk/registers/" + register + "/entry?key=" + encoded(key))
                        .text());
    }

    private static Map<String, Object> written(String key, String stamp, Map<String, String> fields) {
        return Map.of("key", key, "stamp", stamp, "fields", fields);
    }

    private static Answer upload(TasklistClient person, String register, byte[] file) {
        return person.upload("/desk/registers/" + register + "/import", "file.csv", "text/csv", file, Map.of());
    }

    private static String id(Answer uploaded) {
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(200);
        return uploaded.json().path("id").asText();
    }

    private static String stamp(String page) {
        Matcher stamp = Pattern.compile("data-stamp=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(stamp.find()).as(page).isTrue();
        return stamp.group(1);
    }

    private static List<String> fields(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        return refused.json().path("flaws").findValuesAsText("field");
    }

    /** How many lines have which outcome; outcomes without lines are left out. */
    private static Map<String, Integer> counts(TasklistClient person, String register, Answer uploaded) {
        String page = person.get("/desk/registers/" + register + "/import/" + id(uploaded))
                .text();
        return Pattern.compile("show=(\\w+)\"[^>]*>.*?<strong>(\\d+)</strong>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .filter(found -> !found.group(2).equals("0"))
                .collect(Collectors.toMap(
                        found -> found.group(1).toUpperCase(Locale.ROOT), found -> Integer.parseInt(found.group(2))));
    }

    /** Letters only, because a number in a word would not be told from others by its reading. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 26))))
                .collect(Collectors.joining("x"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
