package io.watchdesk.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.account.Account;
import io.watchdesk.crisis.Facts.Cluster;
import io.watchdesk.crisis.Level;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables of statements, a line a sentence of policy, and the library of templates. */
@Tag("any-database")
class StatementPolicyTest extends ProcessSpecification {

    @Autowired
    StatementPolicy policy;

    @Autowired
    Templates templates;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            RED    | HOLDING | DRAFT 10 oncall-command, MESSAGING 10 oncall-tier-2, LEGAL 10 legal, EXECUTIVE 15 oncall-command, RELEASE 5 oncall-executive, STAFF 1 managers
            RED    | FULL    | DRAFT 30 oncall-command, MESSAGING 10 oncall-tier-2, LEGAL 10 legal, EXECUTIVE 15 oncall-command, RELEASE 5 oncall-executive, STAFF 1 managers
            ORANGE | HOLDING | DRAFT 20 oncall-command, MESSAGING 20 oncall-tier-2, LEGAL 20 legal, RELEASE 15 oncall-executive, STAFF 2 managers
            ORANGE | UPDATE  | DRAFT 60 oncall-command, MESSAGING 20 oncall-tier-2, LEGAL 20 legal, RELEASE 15 oncall-executive, STAFF 2 managers
            YELLOW | HOLDING | DRAFT 60 oncall-command, MESSAGING 60 oncall-tier-2, LEGAL 60 legal, RELEASE 60 oncall-executive, STAFF 5 managers
            BLUE   | RESOLUTION | DRAFT 120 oncall-command, MESSAGING 60 oncall-tier-2, LEGAL 60 legal, RELEASE 60 oncall-executive, STAFF 5 managers
            """)
    void steps_stand_ins_and_minutes_follow_level_and_kind(Level level, Kind kind, String steps) {
        assertThat(policy.steps(level, kind))
                .extracting(box -> "%s %d %s".formatted(box.step(), box.time().toMinutes(), box.standIn()))
                .containsExactly(steps.split(", "));
    }

    @ParameterizedTest(name = "{0}, before: {1} allows {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            VICTIM      | false | inform, remind, correct
            VICTIM      | true  | inform, correct, diminish
            VICTIM      | -     | inform, correct, diminish
            ACCIDENTAL  | false | inform, diminish
            ACCIDENTAL  | true  | inform, rebuild
            ACCIDENTAL  | -     | inform, rebuild
            PREVENTABLE | false | inform, rebuild
            -           | -     | inform, rebuild
            """)
    void strategies_follow_responsibility_and_history(Cluster cluster, Boolean repeated, String strategies) {
        assertThat(policy.strategies(cluster, repeated))
                .extracting(Strategy::strategy)
                .containsExactly(strategies.split(", "));
    }

    @ParameterizedTest(name = "{0} with {1} says {2}")
    @CsvSource(delimiter = '|', textBlock = """
            HOLDING    | inform  | EMPATHY FACTS COMMITMENT MORE UNKNOWN INQUIRY NEXT_WORD
            UPDATE     | correct | EMPATHY FACTS COMMITMENT MORE UNKNOWN INQUIRY NEXT_WORD CAUSE
            FULL       | rebuild | EMPATHY FACTS COMMITMENT MORE UNKNOWN INQUIRY NEXT_WORD APOLOGY CAUSE REMEDY
            RESOLUTION | inform  | EMPATHY FACTS COMMITMENT MORE CAUSE REMEDY
            RESOLUTION | rebuild | EMPATHY FACTS COMMITMENT MORE CAUSE REMEDY APOLOGY
            """)
    void what_a_text_must_say_follows_kind_and_strategy(Kind kind, String strategy, String elements) {
        assertThat(policy.elements(kind, strategy)).extracting(Element::name).containsExactly(elements.split(" "));
    }

    @Test
    void every_step_that_approves_has_its_questions() {
        for (Kind kind : Kind.values()) {
            assertThat(policy.checklist(kind))
                    .extracting("checklist")
                    .contains("messaging", "legal", "executive", "release");
        }
        assertThat(policy.checklist(Kind.HOLDING)).extracting("id").contains("guess");
        assertThat(policy.checklist(Kind.FULL)).extracting("id").doesNotContain("guess");
    }

    @Test
    void the_starter_library_has_every_scenario_channel_tone_and_language() {
        assertThat(templates.all())
                .filteredOn(template -> !template.scenario().equals("test"))
                .hasSize(32)
                .allSatisfy(template -> assertThat(template.places())
                        .contains(
                                "apology",
                                "cause",
                                "remedy",
                                "empathy",
                                "facts",
                                "unknown",
                                "inquiry",
                                "commitment",
                                "more",
                                "nextWord"));
        assertThat(templates.all())
                .extracting(Template::scenario)
                .contains("accountBanned", "serviceOutage", "dataLeak", "complaintSurge");
    }

    @Test
    void a_template_leaves_out_what_was_not_filled_in_and_names_the_next_word_in_its_language() {
        Template template = templates.get("data-leak-article-warm-zh");
        Instant next = Instant.parse("2030-01-07T10:00:00Z");

        StatementDesk.Composed text = template.fill(Map.of(Element.FACTS, "登录名被访问。"), next, ZoneId.of("Asia/Shanghai"));

        assertThat(text.body())
                .contains("目前已确认：登录名被访问。", "我们将在2030年1月7日 18:00（Asia/Shanghai）之前发布下一次通报。")
                .doesNotContain("{{", "原因：");
    }

    @Test
    void a_file_of_templates_is_taken_over_as_a_whole_or_not_at_all() {
        isMemberOf("prue", "cc-pr");
        isMemberOf("wei", "writers");
        String good =
                "[{\"id\":\"test-one\",\"scenario\":\"test\",\"channel\":\"post\",\"tone\":\"warm\",\"language\":\"en\",\"title\":\"T\",\"body\":\"{{facts}}\"}]";

        assertThatThrownBy(() -> as("wei", () -> templates.importFile(good))).hasMessageContaining("Only PR people");
        assertThatThrownBy(() -> as("prue", () -> templates.importFile("- id: Test One\n  body: '{{joke}}'")))
                .hasMessageContaining("small letters")
                .hasMessageContaining("{{joke}} is no element")
                .hasMessageContaining("the field \"title\" is missing");
        assertThatThrownBy(() -> as("prue", () -> templates.importFile(": : :")))
                .hasMessageContaining("neither YAML");
        assertThatThrownBy(() -> as("prue", () -> templates.importFile("{}"))).hasMessageContaining("must be a list");

        assertThat(as("prue", () -> templates.importFile(good))).isOne();
        assertThat(templates.get("test-one").body()).isEqualTo("{{facts}}");
    }

    @ParameterizedTest(name = "\"{0}\" names it: {1}")
    @CsvSource({
        "We will speak again by 18:00 on 7 January 2030., true",
        "我们将在今天18:00之前通报。, true",
        "我们将在今天１８：００之前通报。, true",
        "18时00分, true",
        "We will speak again by 118:00., false",
        "We will speak again at 18:30., false",
        "We will speak again soon., false"
    })
    void a_text_names_the_moment_of_today_by_its_time(String text, boolean names) {
        Instant now = Instant.parse("2030-01-07T08:00:00Z");
        Instant next = Instant.parse("2030-01-07T10:00:00Z");
        assertThat(NextWord.standsIn(text, next, now, List.of(account()))).isEqualTo(names);
    }

    @ParameterizedTest(name = "\"{0}\" names it: {1}")
    @CsvSource({"10:00, false", "10:00 on 8 January, true", "1月8日10:00, true", "1月18日10:00, false"})
    void tomorrow_needs_its_date(String text, boolean names) {
        Instant now = Instant.parse("2030-01-07T08:00:00Z");
        Instant next = Instant.parse("2030-01-08T02:00:00Z");
        assertThat(NextWord.standsIn(text, next, now, List.of(account()))).isEqualTo(names);
    }

    private Account account() {
        return new Account(
                "newsroom",
                "Newsroom",
                "site",
                "Site",
                ZoneId.of("Asia/Shanghai"),
                "CN",
                null,
                null,
                Set.of(),
                Duration.ZERO,
                120,
                50_000,
                "",
                Collections.emptySortedSet());
    }
}
