package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdesk.review.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Everything that is said in English here is said in Chinese, too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/watchdesk");

    /** Attributes that people read or hear. */
    private static final Pattern READ = Pattern.compile(" (?:placeholder|title|aria-label|alt)=\"([^\"]*)\"");

    private static final Pattern VALUE = Pattern.compile("%[,0-9]*[sdX]");

    private final Map<String, String> words = read(SCRIPTS.resolve("words/zh.json"));
    private final Map<String, String> names = read(SCRIPTS.resolve("words/names-zh.json"));
    private final Map<String, String> sentences = WordBook.read("words/sentences-zh.json");

    @Test
    void every_name_in_a_model_is_known_in_chinese() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            models.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(file -> assertThat(names.keySet())
                            .as("words/names-zh.json knows the names of %s", file)
                            .containsAll(namesOf(Bpmn.readModelFromFile(file.toFile()))));
        }
    }

    @Test
    void every_shared_list_of_tasks_is_known_in_chinese() throws IOException {
        Matcher texts = Pattern.compile("(?m)^ {4}(?:name|description): (.+)$")
                .matcher(Files.readString(Path.of("src/main/resources/access/filters.yaml")));

        List<String> lists =
                new ArrayList<>(texts.results().map(found -> found.group(1)).toList());
        Pattern.compile("\"label\", \"([^\"]+)\"")
                .matcher(Files.readString(Path.of("src/main/java/io/watchdesk/platform/access/SharedFilters.java")))
                .results()
                .forEach(label -> lists.add(label.group(1)));
        assertThat(lists).contains("Level");
        assertThat(names.keySet()).containsAll(lists);
        ChineseNames chinese = new ChineseNames();
        assertThat(lists)
                .as("whoever changes a list in Chinese does not rename it")
                .allMatch(text -> chinese.english(chinese.of(text)).equals(text));
    }

    @Test
    void every_group_is_known_in_chinese() throws IOException {
        Matcher groups = Pattern.compile("(?m)^ {4}name: (.+)$")
                .matcher(Files.readString(Path.of("src/main/resources/access/roles.yaml")));

        assertThat(names.keySet())
                .containsAll(groups.results().map(found -> found.group(1)).toList());
    }

    @Test
    void every_sentence_of_a_script_is_known_in_chinese() throws IOException {
        Set<String> asked = new TreeSet<>();
        scripts().forEach(file -> asked.addAll(ScriptKeys.of(text(file))));
        Pattern inForm = Pattern.compile("watchdesk\\.t\\('([^']*)'\\)");
        forms(".html")
                .forEach(form -> inForm.matcher(text(form)).results().forEach(found -> asked.add(found.group(1))));

        assertThat(asked).hasSizeGreaterThan(100).contains("Version {0}, {1}", "At a glance");
        assertThat(words.keySet()).as("words/zh.json").containsAll(asked);
    }

    @Test
    void every_fixed_text_of_every_form_is_known_in_chinese() throws IOException {
        List<Path> forms = forms(".html");

        assertThat(forms).hasSizeGreaterThan(40);
        for (Path form : forms) {
            String page = text(form).replaceAll("(?s)<script.*?</script>", "");
            List<String> texts = new ArrayList<>();
            Pattern.compile(">([^<>]+)<").matcher(page).results().forEach(found -> texts.add(found.group(1)));
            READ.matcher(page).results().forEach(found -> texts.add(found.group(1)));
            assertThat(words.keySet())
                    .as("words/zh.json knows the texts of %s", form)
                    .containsAll(texts.stream()
                            .map(text -> text.strip().replaceAll("\\s+", " "))
                            .filter(text -> text.replace("https://", "").matches("(?s).*[A-Za-z]{2}.*")
                                    && !text.matches("\\{\\{[^{}]*}}"))
                            .toList());
        }
    }

    @Test
    void every_text_of_the_forms_of_the_vendor_is_known_in_chinese() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path form : forms(".form")) {
            JsonNode schema = new JsonMapper().readTree(form.toFile());
            List.of("text", "label", "description")
                    .forEach(field -> schema.findValues(field).forEach(value -> texts.add(value.textValue())));
        }

        assertThat(texts).isNotEmpty();
        assertThat(words.keySet()).containsAll(texts);
    }

    @Test
    void scripts_ask_the_dictionary_for_everything_they_say() throws IOException {
        List<String> said = new ArrayList<>();
        for (Path script : scripts()) {
            ScriptKeys.unasked(text(script)).forEach(text -> said.add(script.getFileName() + ": " + text));
        }
        for (Path form : forms(".html")) {
            Matcher scripts = Pattern.compile("(?s)<script.*?</script>").matcher(text(form));
            scripts.results()
                    .flatMap(found -> ScriptKeys.unasked(found.group()).stream())
                    .forEach(text -> said.add(form + ": " + text));
        }

        assertThat(said).isEmpty();
    }

    @Test
    void every_question_and_reason_of_a_review_is_known_in_chinese() throws IOException {
        Matcher questions = Pattern.compile("&quot;([A-Z][^&]*\\?)&quot;|\"([A-Z][^\"<>]*\\?)\"")
                .matcher(Files.readString(Path.of("processes/content-review/review-checklist.dmn")));
        List<String> asked = questions
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(words.keySet()).containsAll(asked);
        assertThat(words.keySet())
                .containsAll(
                        Stream.of(ReasonCode.values()).map(ReasonCode::words).toList());
    }

    @Test
    void a_translation_has_the_same_values_as_its_sentence() {
        words.forEach(
                (english, chinese) -> assertThat(values(chinese)).as(english).isEqualTo(values(english)));
        sentences.forEach((english, chinese) -> {
            long count = VALUE.matcher(english).results().count();
            for (int i = 1; i <= count; i++) {
                assertThat(chinese).as(english).containsAnyOf("%" + i + "$s", "%" + i + "$w");
            }
            assertThat(chinese).as(english).doesNotContain("%" + (count + 1) + "$");
        });
    }

    @Test
    void tasklist_is_whole_in_chinese() throws IOException {
        String place = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
        JsonMapper json = new JsonMapper();
        Enumeration<java.net.URL> found = getClass().getClassLoader().getResources(place + "en.json");
        String english = new String(found.nextElement().openStream().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode vendors = json.readTree(english.replace("\uFEFF", ""));
        JsonNode ours = json.readTree(getClass().getClassLoader().getResourceAsStream(place + "zh.json"));

        assertThat(fields(ours.get("labels"))).isEqualTo(fields(vendors.get("labels")));
        assertThat(fields(ours.get("dateLocales"))).isEqualTo(fields(vendors.get("dateLocales")));
        vendors.get("labels")
                .properties()
                .forEach(label -> assertThat(placeholders(
                                ours.get("labels").get(label.getKey()).asText()))
                        .as(label.getKey())
                        .isSubsetOf(placeholders(label.getValue().asText())));
    }

    @Test
    void books_are_in_the_order_of_their_keys() {
        Stream.of(words, names, sentences, WordBook.read(ChineseTables.FILE))
                .forEach(book -> assertThat(List.copyOf(book.keySet()))
                        .as("sorted, so that two changes seldom meet in one line")
                        .isSorted());
    }

    @Test
    void refusals_are_said_in_chinese_with_what_people_typed_as_they_typed_it() {
        ChineseSentences chinese = new ChineseSentences();

        assertThat(chinese.of("Wei <b> has claimed this task; only that person can complete it."))
                .isEqualTo("此任务由 Wei <b> 认领，只有本人可以完成。");
        assertThat(chinese.of("The piece 100% $1 has no version 3.")).isEqualTo("100% $1 没有第 3 版。");
        assertThat(chinese.of("Please choose the kind of reason. The reason is longer than 900 characters."))
                .isEqualTo("请选择原因类别。原因超过 900 个字。");
        assertThat(chinese.of("Nobody has ever translated this.")).isEqualTo("Nobody has ever translated this.");
    }

    @Test
    void sentences_with_words_of_ours_inside_are_said_in_chinese_whole() {
        ChineseSentences chinese = new ChineseSentences();

        assertThat(chinese.of("From yellow to red: An account is banned or hijacked. It was an accident."))
                .isEqualTo("由黄色调整为红色：账号被封或被盗。属于意外。");
        assertThat(chinese.of("Closed: The shipment is late.")).isEqualTo("已结束：The shipment is late.");
        assertThat(chinese.perhaps("Now the app is late.")).isEqualTo("Now the app is late.");
        assertThat(chinese.of("Full statement ST-1 is demanded.")).isEqualTo("须发布正式声明 ST-1。");
        assertThat(chinese.of("Everything scheduled on douyin and everything scheduled about \"x\" is held,"
                        + " that is 0 scheduled publications: none."))
                .isEqualTo("已暂停 douyin 上及关于“x”的全部已排期内容，共 0 条：无。");
        assertThat(chinese.of("Due, counted from the first sighting: triage 21:30 UTC, command centre 21:40 UTC"))
                .isEqualTo("时限（自首次发现起算）：研判 21:30 UTC、指挥中心 21:40 UTC");
        assertThat(chinese.of("The title for Douyin is missing.")).isEqualTo("缺少Douyin 的标题。");
        assertThat(chinese.of("First seen: 4 December 2026, 09:30 UTC")).isEqualTo("首次发现：2026年12月4日 09:30 UTC");
        assertThat(chinese.of("Also paged: Wei (tier 1), Chen, CEO (fallback)"))
                .isEqualTo("同时呼叫：Wei（第 1 级）、Chen、CEO（兜底人）");
        assertThat(chinese.of("NOBODY IS ON CALL on Tier 1: 0 % of the days ahead are covered."))
                .isEqualTo("一级完全无人值班：未来覆盖率为 0%。");
    }

    @Test
    void every_reason_and_advice_of_a_decision_is_known_in_chinese() throws IOException {
        List<String> said = new ArrayList<>();
        try (Stream<Path> tables = Files.walk(Path.of("processes"))) {
            tables.filter(file -> file.toString().endsWith(".dmn"))
                    .forEach(file -> Pattern.compile("<outputEntry[^>]*>\\s*<text>\"([^\"]*)\"</text>")
                            .matcher(text(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(text -> text.matches("[A-Z].* .*[.?)]"))
                            .forEach(said::add));
        }

        assertThat(said).hasSizeGreaterThan(40);
        assertThat(said)
                .allMatch(text -> words.containsKey(text) || sentences.containsKey(text), "is known in Chinese");
    }

    @Test
    void every_heading_and_annotation_of_a_decision_is_known_in_chinese() throws IOException {
        Map<String, String> tables = WordBook.read(ChineseTables.FILE);
        tables.putAll(words);
        Pattern said = Pattern.compile("<description>([^<]*)</description>| (?:name|label)=\"(\\p{Lu}[^\"]*)\"");
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".dmn"))
                    .forEach(file -> assertThat(tables.keySet())
                            .as("words/tables-zh.json or words/zh.json knows the texts of %s", file)
                            .containsAll(said.matcher(text(file))
                                    .results()
                                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                                    .map(ChineseTables::plain)
                                    .toList()));
        }

        assertThat(new ChineseTables().of("<rule><description>A full statement apologises.</description>"))
                .isEqualTo("<rule><description>正式声明须致歉。</description>");
    }

    @Test
    void tasks_keep_what_they_are_about_when_their_name_is_translated() {
        ChineseNames chinese = new ChineseNames();

        assertThat(chinese.task("Review content (Editor): Write draft: a novel (2)"))
                .isEqualTo("审核内容（编辑）：Write draft: a novel (2)");
        assertThat(chinese.task("[演练 DRILL] Join command centre for legal (red): Brakes fail"))
                .isEqualTo("[演练 DRILL] 加入指挥中心（法务）（红）：Brakes fail");
        assertThat(chinese.task("Join command centre for command (red): Brakes fail"))
                .isEqualTo("加入指挥中心（指挥）（红）：Brakes fail");
        assertThat(chinese.task("Draft statement: Holding statement: Full statement: a novel"))
                .isEqualTo("起草声明：首次回应：Full statement: a novel");
        assertThat(chinese.task("Draft statement: [演练 DRILL] Full statement: Brakes fail"))
                .isEqualTo("起草声明：[演练 DRILL] 正式声明：Brakes fail");
        assertThat(chinese.slot("Mon 23 Nov 2026, 08:48 (Asia/Shanghai)"))
                .isEqualTo("2026年11月23日 周一 08:48（Asia/Shanghai）");
        assertThat(chinese.slot("next Monday")).isEqualTo("next Monday");
        assertThat(chinese.task("Take over: Tier 1, Monday")).isEqualTo("接班：Tier 1, Monday");
        assertThat(chinese.task("Reviewing something else")).isEqualTo("Reviewing something else");
        assertThat(chinese.english("待认领")).isEqualTo("To pick up");
    }

    private static Set<String> namesOf(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(Process.class).stream().map(Process::getName),
                        model.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getName),
                        model.getModelElementsByType(TextAnnotation.class).stream()
                                .map(note -> note.getText() == null
                                        ? null
                                        : note.getText().getTextContent()))
                .flatMap(each -> each)
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.toSet());
    }

    private static List<Path> forms(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(kind)).toList();
        }
    }

    /** Those of the desk have their words from the server. */
    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.startsWith(SCRIPTS.resolve("desk")))
                    .toList();
        }
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\d+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, String> read(Path file) {
        try {
            return new JsonMapper().readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
