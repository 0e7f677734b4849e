package io.watchdesk.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.notification.Link;
import io.watchdesk.notification.MailWriter.Letter;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Message.Published;
import io.watchdesk.notification.Message.TaskWaiting;
import io.watchdesk.notification.PlainText;
import io.watchdesk.platform.People.Person;
import io.watchdesk.testing.EverybodyReads;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateMailWriterTest {

    private static final Instant DUE = Instant.parse("2026-11-22T09:30:00Z");
    private static final Person RITA = new Person("rita", "Rita", "Rao", "rita@example.com");

    private final TemplateMailWriter writer =
            new TemplateMailWriter(new EverybodyReads(Locale.ENGLISH), "https://desk.example.com/");

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Message.class.getPermittedSubclasses());
    }

    @Test
    void who_reads_chinese_gets_mails_in_chinese() {
        TemplateMailWriter chinese =
                new TemplateMailWriter(new EverybodyReads(Locale.CHINESE), "https://desk.example.com/");

        Letter letter = chinese.write(
                new Message.TaskWaiting("C-1001", "握刀 & <b>", "t-1", "Review content (Editor)", DUE), RITA);
        assertThat(letter.subject()).isEqualTo("待办：「Review content (Editor)」：握刀 & <b>（C-1001）");
        assertThat(letter.text())
                .contains("Rita Rao，你好：", "截止：2026年11月22日 星期日 09:30 UTC", "「Open the task」", "task=t-1");
        assertThat(letter.html())
                .contains("lang=\"zh-CN\"", "握刀 &amp; &lt;b&gt;")
                .doesNotContain("<b>", "Hello");
        Letter page = chinese.write(
                new Message.CrisisPaged("CR-1", "刹车失灵", "[RED]", "Nobody has it.", List.of("What: red"), List.of()),
                RITA);
        assertThat(page.subject()).isEqualTo("[「RED」] 刹车失灵（CR-1）");
        assertThat(page.text()).contains("「Nobody has it.」", "危机：[「RED」] 刹车失灵（CR-1）", "「What: red」");
    }

    @Test
    void every_word_of_a_mail_is_known_in_chinese() throws Exception {
        Properties english = words("words.properties");

        assertThat(words("words_zh.properties").keySet()).isEqualTo(english.keySet());
        english.stringPropertyNames()
                .forEach(key -> assertThat(values(words("words_zh.properties").getProperty(key)))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key))));
    }

    private static Properties words(String file) {
        try (Reader text = new InputStreamReader(
                TemplateMailWriter.class.getResourceAsStream("/mail/" + file), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_tells_all_it_knows_in_both_parts(Class<?> kind) throws Exception {
        Letter letter = writer.write(filled(kind, true), RITA);

        assertThat(letter.subject()).contains("Spring tea", "C-1001").doesNotContain("null", "\n", "[(", " th:");
        for (String part : new String[] {letter.text(), letter.html()}) {
            assertThat(part).contains("Hello Rita Rao,", "Spring tea", "C-1001").doesNotContain("null", "[(", " th:");
            for (RecordComponent component : kind.getRecordComponents()) {
                assertThat(part).contains(shown(component));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_is_readable_when_little_is_known(Class<?> kind) throws Exception {
        Letter letter = writer.write(filled(kind, false), new Person("rita", null, null, null));

        assertThat(letter.subject()).isNotBlank().doesNotContain("null", "[(");
        assertThat(letter.text()).contains("Hello rita,").doesNotContain("null", "[(", "task=");
        assertThat(letter.html()).doesNotContain("null", "[(", " th:", "task=");
    }

    @Test
    void the_link_opens_the_task_in_tasklist() {
        String address = "https://desk.example.com/camunda/app/tasklist/default/#/?task=t-1";

        Letter letter = writer.write(new TaskWaiting("C-1001", "Tea", "t-1", "Review: Tea", DUE), RITA);

        assertThat(letter.text()).contains("Open the task:\n" + address + "\n");
        assertThat(letter.html()).contains("href=\"" + address + "\"");
        assertThat(letter.text()).contains("Due: Sunday 22 November 2026, 09:30 UTC");
        assertThat(letter.subject()).isEqualTo("To do: Review: Tea (C-1001)");
    }

    @Test
    void only_web_addresses_become_links() {
        Letter letter = writer.write(new Published("C-1001", "Tea", "Site", "javascript:alert(1)"), RITA);

        assertThat(letter.html()).doesNotContain("javascript:");
    }

    @Test
    void what_people_entered_is_escaped_in_html_and_as_it_is_in_text() {
        Letter letter = writer.write(waiting("<script>alert('茶')</script> & \"more\""), RITA);

        assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;alert(&#39;茶&#39;)");
        assertThat(letter.text()).contains("<script>alert('茶')</script> & \"more\"");
    }

    @Test
    void a_template_inside_a_title_is_only_text() {
        Letter letter = writer.write(waiting("[(${T(java.lang.System).exit(1)})] ${due} [[${due}]]"), RITA);

        assertThat(letter.subject()).contains("[(${T(java.lang.System).exit(1)})] ${due} [[${due}]]");
        assertThat(letter.html()).contains("[(${T(java.lang.System).exit(1)})]");
    }

    @Test
    void line_ends_and_marks_that_turn_the_text_do_not_reach_the_subject() {
        Letter letter = writer.write(waiting("Tea\r\nBcc: all@example.com\u202Eevil\u2028x\u0000\uD83C"), RITA);

        assertThat(letter.subject()).isEqualTo("To do: Review: Tea Bcc: all@example.com evil x (C-1001)");
    }

    @Test
    void a_long_title_is_cut_between_what_people_see_as_characters() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        Letter letter = writer.write(waiting("茶".repeat(76) + family + "茶"), RITA);

        assertThat(letter.subject()).isEqualTo("To do: Review: " + "茶".repeat(76) + "… (C-1001)");
        assertThat(PlainText.cut(family, 5)).isEqualTo(family);
    }

    private static TaskWaiting waiting(String title) {
        return new TaskWaiting("C-1001", title, "t-1", "Review", DUE);
    }

    private static Message filled(Class<?> kind, boolean everything) throws ReflectiveOperationException {
        Constructor<?> constructor = kind.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(kind.getRecordComponents())
                .map(component -> everything || needed(component) ? value(component) : null)
                .toArray();
        return (Message) constructor.newInstance(values);
    }

    private static boolean needed(RecordComponent component) {
        return Stream.of("taskName", "account", "verdict").anyMatch(component.getName()::equals);
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == Instant.class) {
            return DUE;
        }
        if (component.getType() == List.class) {
            return component.getName().equals("links")
                    ? List.of(new Link("The links", "https://desk.example.com/links"))
                    : List.of("the " + component.getName(), "and more");
        }
        return switch (component.getName()) {
            case "pieceId" -> "C-1001";
            case "title" -> "Spring tea";
            case "link" -> "https://desk.example.com/site/P-2001";
            default -> "the " + component.getName();
        };
    }

    private static String shown(RecordComponent component) {
        if (component.getType() == List.class) {
            return component.getName().equals("links") ? "https://desk.example.com/links" : "and more";
        }
        if (component.getType() == Instant.class) {
            return "22 November 2026, 09:30 UTC";
        }
        return component.getName().equals("taskId") ? "task=the+taskId" : (String) value(component);
    }
}
