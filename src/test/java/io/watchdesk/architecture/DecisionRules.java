package io.watchdesk.architecture;

import io.watchdesk.architecture.Models.DecisionModel;
import java.util.List;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table is policy that people read: every row says why, and no input falls through in silence. */
final class DecisionRules {

    private DecisionRules() {}

    static void oneNameForFileAndDecision(Models models, Report report) {
        for (DecisionModel model : models.decisions()) {
            for (Decision decision : model.dmn().getModelElementsByType(Decision.class)) {
                report.unless(
                        decision.getId().equals(model.name())
                                && Names.KEBAB.matcher(decision.getId()).matches(),
                        model.file(),
                        decision.getId(),
                        "is the decision's id; it must be kebab-case and the file's name.");
                report.unless(
                        decision.getName() != null && Names.agree(decision.getName(), Names.camel(decision.getId())),
                        model.file(),
                        decision.getId(),
                        "is named \"%s\"; the name must agree with the id.",
                        decision.getName());
                report.unless(
                        decision.getCamundaHistoryTimeToLiveString() != null,
                        model.file(),
                        decision.getId(),
                        "needs camunda:historyTimeToLive, for example P180D.");
            }
        }
    }

    static void everyRuleSaysWhy(Models models, Report report) {
        for (DecisionModel model : models.decisions()) {
            for (Rule rule : model.dmn().getModelElementsByType(Rule.class)) {
                report.unless(
                        rule.getDescription() != null
                                && Names.words(rule.getDescription().getTextContent())
                                                .size()
                                        >= 3,
                        model.file(),
                        rule.getId(),
                        "has no annotation; state the policy in a sentence.");
            }
        }
    }

    static void nothingFallsThrough(Models models, Report report) {
        for (DecisionModel model : models.decisions()) {
            for (DecisionTable table : model.dmn().getModelElementsByType(DecisionTable.class)) {
                HitPolicy policy = table.getHitPolicy();
                report.unless(
                        policy == HitPolicy.FIRST || policy == HitPolicy.COLLECT || policy == HitPolicy.RULE_ORDER,
                        model.file(),
                        table.getId(),
                        "has the hit policy %s; use FIRST with a default row last, or COLLECT for lists.",
                        policy);
                List<Rule> rules = List.copyOf(table.getRules());
                if (rules.isEmpty()) {
                    report.breach(model.file(), table.getId(), "has no rules.");
                } else if (policy == HitPolicy.FIRST) {
                    report.unless(
                            rules.get(rules.size() - 1).getInputEntries().stream()
                                    .allMatch(entry -> anything(entry.getTextContent())),
                            model.file(),
                            rules.get(rules.size() - 1).getId(),
                            "is the last row and asks for something; end with a row that takes every input.");
                    report.unless(
                            rules.subList(0, rules.size() - 1).stream()
                                    .noneMatch(rule -> rule.getInputEntries().stream()
                                            .allMatch(entry -> anything(entry.getTextContent()))),
                            model.file(),
                            table.getId(),
                            "has a row that takes every input before the last one; the rows below it never match.");
                }
            }
        }
    }

    static void columnsHaveHeadings(Models models, Report report) {
        for (DecisionModel model : models.decisions()) {
            for (Input input : model.dmn().getModelElementsByType(Input.class)) {
                report.unless(
                        hasText(input.getLabel())
                                && Names.LOWER_CAMEL
                                        .matcher(input.getInputExpression()
                                                .getText()
                                                .getTextContent()
                                                .strip())
                                        .matches(),
                        model.file(),
                        input.getId(),
                        "needs a label, and its expression must name one variable.");
            }
            for (Output output : model.dmn().getModelElementsByType(Output.class)) {
                report.unless(
                        hasText(output.getLabel())
                                && output.getName() != null
                                && Names.LOWER_CAMEL.matcher(output.getName()).matches(),
                        model.file(),
                        output.getId(),
                        "needs a label and a name in lower camel case.");
            }
        }
    }

    private static boolean anything(String entry) {
        return entry == null || entry.isBlank() || entry.strip().equals("-");
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }
}
