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
    private static final Path CODE = Path.of("src/main/java/io/watchdesk");

    /** Whose refusals are translated; people meet the others in English. */
    private static final List<String> TRANSLATED = List.of("platform", "content", "review", "crisis", "escalation");

    /** Forms whose fixed texts are in Chinese, too; the others are in English. */
    private static final List<String> TRANSLATED_FORMS = List.of(
            "content-production/brief",
            "content-production/choose-slot",
            "content-production/write-draft",
            "content-publication/await-slot",
            "content-publication/confirm-publication",
            "content-publication/decide-held-publication",
            "content-publication/decide-late-publication",
            "content-publication/publish-manually",
            "content-publication/resolve-failed-publication",
            "content-review/review-content",
            "crisis-escalation/take-crisis",
            "crisis-help/help-with-crisis",
            "crisis-response/accept-role",
            "crisis-response/join-command-centre",
            "crisis-response/lead-response",
            "crisis-response/triage-crisis",
            "crisis-watch/confirm-still-on-it",
            "crisis-watch/take-over-crisis",
            "oncall-handover/leave-note",
            "oncall-handover/take-over",
            "signal-assessment/assess-signal",
            "signal-report/report-signal");

    private static final Pattern REFUSAL =
            Pattern.compile("new (?:Refused|TooLate)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    /** Attributes that people read or hear. */
    private static final Pattern READ = Pattern.compile(" (?:placeholder|title|aria-label|alt)=\"([^\"]*)\"");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VALUE = Pattern.compile("%[sd]");

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

        List<String> lists = texts.results().map(found -> found.group(1)).toList();
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
        try (Stream<Path> scripts = Files.walk(SCRIPTS)) {
            scripts.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.startsWith(SCRIPTS.resolve("desk")))
                    .forEach(file -> asked.addAll(Keys.of(text(file))));
        }

        assertThat(asked).hasSizeGreaterThan(100).contains("Version {0}, {1}", "At a glance");
        assertThat(words.keySet()).as("words/zh.json").containsAll(asked);
    }

    @Test
    void every_fixed_text_of_the_translated_forms_is_known_in_chinese() {
        for (String form : TRANSLATED_FORMS) {
            String page = text(Path.of("forms", form + ".html")).replaceAll("(?s)<script.*?</script>", "");
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
                assertThat(chinese).as(english).contains("%" + i + "$s");
            }
            assertThat(chinese).as(english).doesNotContain("%" + (count + 1) + "$s");
        });
    }

    @Test
    void tasklist_is_whole_in_chinese() throws IOException {
        String place = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
        JsonMapper json = new JsonMapper();
        Enumeration<java.net.URL> found = getClass().getClassLoader().getResources(place + "en.json");
        String english = new String(found.nextElement().openStream().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode vendors = json.readTree(english.replace("\uFEFF", ""));
        JsonNode ours = json.readTree(getClass().getClassLoader().getResource(place + "zh.json"));

        assertThat(fields(ours.get("labels"))).isEqualTo(fields(vendors.get("labels")));
        assertThat(fields(ours.get("dateLocales"))).isEqualTo(fields(vendors.get("dateLocales")));
        vendors.get("labels")
                .fields()
                .forEachRemaining(label -> assertThat(placeholders(
                                ours.get("labels").get(label.getKey()).asText()))
                        .as(label.getKey())
                        .isSubsetOf(placeholders(label.getValue().asText())));
    }

    @Test
    void every_refusal_of_the_translated_parts_is_known_in_chinese() throws IOException {
        List<String> missing = new ArrayList<>();
        int all = 0;
        for (String part : TRANSLATED) {
            try (Stream<Path> files = Files.walk(CODE.resolve(part))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    for (String sentence : refusals(text(file))) {
                        all++;
                        if (!sentences.containsKey(sentence) && sentence.matches("(?s).*\\p{L}{2}.*")) {
                            missing.add("%s: %s".formatted(file.getFileName(), sentence));
                        }
                    }
                }
            }
        }
        assertThat(all).isGreaterThan(100);
        assertThat(missing).as("not in words/sentences-zh.json").isEmpty();
    }

    @Test
    void refusals_are_said_in_chinese_with_what_people_typed_as_they_typed_it() {
        ChineseSentences chinese = new ChineseSentences();

        assertThat(chinese.of("Wei <b> has claimed this task; only that person can complete it."))
                .isEqualTo("此任务由 Wei <b> 认领，只有本人可以完成。");
        assertThat(chinese.of("The piece 100% $1 has no version 3.")).isEqualTo("100% $1 没有第 3 版。");
        assertThat(chinese.of("Please choose the kind of reason. The reason is longer than 900 characters."))
                .isEqualTo("请选择原因类别。 原因超过 900 个字。");
        assertThat(chinese.of("Nobody has ever translated this.")).isEqualTo("Nobody has ever translated this.");
    }

    @Test
    void tasks_keep_what_they_are_about_when_their_name_is_translated() {
        ChineseNames chinese = new ChineseNames();

        assertThat(chinese.task("Review content (Editor): Write draft: a novel (2)"))
                .isEqualTo("审核内容（编辑）：Write draft: a novel (2)");
        assertThat(chinese.task("[演练 DRILL] Join command centre for legal (red): Brakes fail"))
                .isEqualTo("[演练 DRILL] 加入指挥中心（法务）（红）：Brakes fail");
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

    private static List<String> refusals(String code) {
        return REFUSAL.matcher(code)
                .results()
                .map(found -> LITERAL.matcher(found.group(1))
                        .results()
                        .map(part -> part.group(1))
                        .collect(Collectors.joining())
                        .replace("\\\"", "\""))
                .toList();
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

    /** The sentences that a script asks the dictionary for: {@code t('...')} and {@code t`...`}. */
    private static final class Keys {

        private static final Pattern PLAIN = Pattern.compile("\\bt\\('((?:[^'\\\\]|\\\\.)*)'\\)");
        private static final Pattern TEMPLATE = Pattern.compile("\\bt`");

        static Set<String> of(String script) {
            String code = script.replaceAll("(?m)^ \\*.*$", "");
            Set<String> keys = new TreeSet<>();
            PLAIN.matcher(code)
                    .results()
                    .forEach(found -> keys.add(found.group(1).replace("\\'", "'")));
            TEMPLATE.matcher(code).results().forEach(found -> keys.add(template(code, found.end())));
            return keys;
        }

        private static String template(String code, int start) {
            StringBuilder key = new StringBuilder();
            int values = 0;
            int at = start;
            while (code.charAt(at) != '`') {
                if (code.startsWith("${", at)) {
                    key.append('{').append(values++).append('}');
                    at = afterValue(code, at + 2);
                } else {
                    key.append(code.charAt(at++));
                }
            }
            return key.toString();
        }

        /** A value may hold templates and objects of its own. */
        private static int afterValue(String code, int start) {
            int depth = 1;
            int at = start;
            while (depth > 0) {
                char next = code.charAt(at++);
                if (next == '`') {
                    while (code.charAt(at) != '`') {
                        at = code.startsWith("${", at) ? afterValue(code, at + 2) : at + 1;
                    }
                    at++;
                } else if (next == '{') {
                    depth++;
                } else if (next == '}') {
                    depth--;
                }
            }
            return at;
        }
    }
}
