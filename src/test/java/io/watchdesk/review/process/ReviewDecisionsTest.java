package io.watchdesk.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy of reviewing, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewDecisionsTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision RISK = table("content-risk");
    private static final DmnDecision STAGES = table("review-stages");
    private static final DmnDecision CHECKLIST = table("review-checklist");

    @ParameterizedTest(name = "{6}")
    @CsvSource({
        "none,       knowledge,     no,     none,    site,           low,     everyday content",
        "none,       entertainment, partly, figures, douyin,         low,     figures in entertainment are no claims",
        "none,       event,         no,     none,    site weibo,     low,     an event without findings",
        "none,       knowledge,     yes,    none,    site,           medium,  AI generated all of it",
        "none,       industryNews,  no,     figures, site,           medium,  others' figures are checked",
        "none,       product,       no,     none,    site,           low,     a product on our own site",
        "none,       product,       no,     none,    site douyin,    medium,  a product where it is sold",
        "none,       product,       no,     figures, site,           medium,  product claims with figures",
        "none,       companyNews,   no,     none,    site,           medium,  company news speaks for the company",
        "suspicion,  knowledge,     no,     none,    site,           medium,  a suspicion is looked at",
        "suspicion,  companyNews,   no,     figures, site,           high,    company news with figures",
        "warning,    knowledge,     no,     none,    site,           medium,  a warning deserves a second look",
        "warning,    knowledge,     no,     none,    xiaohongshu,    high,    a warning where things are sold",
        "warning,    product,       no,     none,    site,           high,    a warning in a product claim",
        "block,      knowledge,     no,     none,    site,           high,    a blocking finding that got here",
        "unknown,    knowledge,     no,     none,    site,           unknown, never screened",
        "none,       gossip,        no,     none,    site,           unknown, a category that is not known",
        "none,       knowledge,     maybe,  none,    site,           unknown, a declaration that is not known",
        "none,       knowledge,     no,     rumours, site,           unknown, claims that are not known",
        "none,       knowledge,     no,     none,    site unknown,   unknown, an account that is gone",
        "none,       knowledge,     no,     none,    '',             unknown, no account at all",
    })
    void risk(
            String finding, String category, String ai, String claims, String platforms, String risk, String sentence) {
        DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(
                RISK,
                Map.of(
                        "gravestFinding", finding,
                        "contentCategory", category,
                        "aiDeclaration", ai,
                        "claims", claims,
                        "platforms", list(platforms)));

        assertThat(result.<String>getSingleEntry()).isEqualTo(risk);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "low,     knowledge,     site,     editor any,                                          everyday content",
        "low,     product,       douyin,   editor any,                                          low is low everywhere",
        "medium,  knowledge,     site,     editor any,                                          some risk on our own site",
        "medium,  knowledge,     kuaishou, editor any + legal any,                              some risk where things are sold",
        "medium,  product,       site,     editor any + legal any,                              a product with some risk",
        "medium,  event,         site,     editor any + legal any,                              terms bind",
        "medium,  companyNews,   site,     editor any + legal any + chiefEditor any veto,       company news",
        "high,    entertainment, site,     editor 2 of 3 + legal any + chiefEditor any veto,    everything risky",
        "unknown, knowledge,     site,     editor all ! + legal all ! + chiefEditor all veto !, risk not known",
        "extreme, knowledge,     site,     editor all ! + legal all ! + chiefEditor all veto !, a risk that no table names",
        "low,     gossip,        site,     editor all ! + legal all ! + chiefEditor all veto !, category not known",
        "high,    gossip,        douyin,   editor all ! + legal all ! + chiefEditor all veto !, category not known and risky",
    })
    void stages(String risk, String category, String platforms, String stages, String sentence) {
        assertThat(PlanTables.stages(stageRows(risk, category, platforms)).stream()
                        .map(stage -> stage.stage() + " " + stage.ruleText() + (stage.veto() ? " veto" : "")
                                + (stage.known() ? "" : " !"))
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(stages);
    }

    @ParameterizedTest
    @CsvSource({
        "low, knowledge, editor, reviewers, 4, 8, 30, 70",
        "medium, companyNews, editor, reviewers, 3, 6, 50, 80",
        "medium, companyNews, legal, legal, 4, 8, 50, 80",
        "medium, companyNews, chiefEditor, chief-editors, 4, 8, 50, 80",
        "high, product, editor, reviewers, 2, 4, 80, 95",
        "high, product, legal, legal, 2, 4, 80, 95",
        "high, product, chiefEditor, chief-editors, 2, 4, 80, 95",
        "unknown, product, editor, reviewers, 2, 4, 80, 95",
    })
    void each_stage_has_its_group_and_clocks(
            String risk, String category, String name, String group, int remind, int escalate, int priority, int late) {
        assertThat(PlanTables.stages(stageRows(risk, category, "site")))
                .filteredOn(stage -> stage.stage().equals(name))
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.group()).isEqualTo(group);
                    assertThat(stage.checklist()).isEqualTo(name);
                    assertThat(stage.remindAfter()).hasHours(remind);
                    assertThat(stage.escalateAfter()).hasHours(escalate);
                    assertThat(stage.priority()).isEqualTo(priority);
                    assertThat(stage.latePriority()).isEqualTo(late);
                });
    }

    /** Items with "?" are recommended. */
    @ParameterizedTest(name = "{0}, AI {1}, {2}: {3}")
    @CsvSource({
        "knowledge, no, none, editor, brand-tone platform-rules language? seo ai-undeclared?",
        "knowledge, partly, none, editor, brand-tone platform-rules language? seo ai-label",
        "product, no, figures, editor, brand-tone platform-rules language? seo? fact-check ai-undeclared?",
        "companyNews, no, none, editor, brand-tone platform-rules language? seo? fact-check news-current ai-undeclared?",
        "industryNews, yes, figures, editor, brand-tone platform-rules language? seo? fact-check news-current ai-label",
        "event, no, none, editor, brand-tone platform-rules language? seo? event-terms ai-undeclared?",
        "entertainment, no, none, editor, brand-tone platform-rules language? seo? ai-undeclared?",
        "gossip, maybe, none, editor, brand-tone platform-rules language? seo fact-check news-current event-terms ai-label",
        "knowledge, no, none, legal, advertising-law privacy rights",
        "product, no, none, legal, advertising-law privacy rights product-claims",
        "event, yes, none, legal, advertising-law privacy rights prize-terms ai-label-legal",
        "gossip, maybe, rumours, legal, advertising-law privacy rights product-claims ai-label-legal",
        "knowledge, no, none, chiefEditor, stance timing",
        "companyNews, no, none, chiefEditor, stance timing disclosure",
        "gossip, no, none, chiefEditor, stance timing disclosure",
    })
    void checklists(String category, String ai, String claims, String checklist, String items) {
        assertThat(PlanTables.items(checklistRows(category, ai, claims)).stream()
                        .filter(item -> item.checklist().equals(checklist))
                        .map(item -> item.id() + (item.required() ? "" : "?"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "companyNews", "industryNews", "event", "knowledge", "entertainment", "gossip"})
    void no_checklist_asks_one_thing_twice_and_every_item_has_a_basis(String category) {
        for (String ai : List.of("yes", "partly", "no", "maybe")) {
            for (String claims : List.of("none", "figures")) {
                assertThat(PlanTables.items(checklistRows(category, ai, claims)))
                        .doesNotHaveDuplicates()
                        .allSatisfy(item -> {
                            assertThat(item.basis()).isIn("brand", "law", "platform");
                            assertThat(item.need()).isIn("required", "recommended");
                            assertThat(item.question()).endsWith("?");
                        })
                        .extracting(item -> item.checklist() + item.id())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static List<Map<String, Object>> stageRows(String risk, String category, String platforms) {
        return ENGINE.evaluateDecisionTable(
                        STAGES, Map.of("contentRisk", risk, "contentCategory", category, "platforms", list(platforms)))
                .getResultList();
    }

    private static List<Map<String, Object>> checklistRows(String category, String ai, String claims) {
        return ENGINE.evaluateDecisionTable(
                        CHECKLIST, Map.of("contentCategory", category, "aiDeclaration", ai, "claims", claims))
                .getResultList();
    }

    private static List<String> list(String words) {
        return words.isBlank() ? List.of() : Arrays.asList(words.split(" "));
    }

    private static DmnDecision table(String id) {
        try (InputStream file = Files.newInputStream(Path.of("processes/content-review/%s.dmn".formatted(id)))) {
            return ENGINE.parseDecision(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
