package io.watchdesk.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Decisions and forms, broken. */
final class DecisionAndFormBreakages {

    private static final String RETURN = "processes/parcel-return/parcel-return.bpmn";
    private static final String REFUND = "processes/parcel-return/refund.dmn";
    private static final String ASK_RETURN = "forms/parcel-return/ask-return.form";
    private static final String CHECK_PARCEL = "forms/parcel-return/check-parcel.form";
    private static final String FETCH_PARCEL = "forms/parcel-pickup/fetch-parcel.html";

    private DecisionAndFormBreakages() {}

    static Stream<Breakage> all() {
        return Stream.of(
                        fileAndDecisionHaveOneName(),
                        everyRowOfADecisionSaysWhy(),
                        nothingFallsThroughADecision(),
                        columnsOfADecisionHaveHeadings(),
                        everyFormIsShown(),
                        formsSendWhatTheirTaskDeclares(),
                        camundaFormsUseWhatTasklistCarries(),
                        embeddedFormsAreSafe())
                .flatMap(List::stream);
    }

    private static List<Breakage> fileAndDecisionHaveOneName() {
        String rule = "file and decision have one name";
        return List.of(
                new Breakage(
                        rule,
                        REFUND,
                        "decision id=\"refund\"",
                        "decision id=\"Refund_1\"",
                        "it must be kebab-case and the file's name"),
                new Breakage(
                        rule,
                        REFUND,
                        "decision id=\"refund\" name=\"Refund\"",
                        "decision id=\"refund\" name=\"Money\"",
                        "the name must agree with the id"),
                new Breakage(
                        rule, REFUND, " camunda:historyTimeToLive=\"P180D\"", "", "needs camunda:historyTimeToLive"));
    }

    private static List<Breakage> everyRowOfADecisionSaysWhy() {
        String rule = "every row of a decision says why";
        return List.of(new Breakage(
                rule, REFUND, "<description>Everything else is not paid back.</description>", "", "has no annotation"));
    }

    private static List<Breakage> nothingFallsThroughADecision() {
        String rule = "nothing falls through a decision";
        return List.of(
                new Breakage(rule, REFUND, "\"FIRST\"", "\"UNIQUE\"", "has the hit policy UNIQUE"),
                new Breakage(
                        rule,
                        REFUND,
                        "<text></text>",
                        "<text>\"opened\"</text>",
                        "end with a row that takes every input"),
                new Breakage(
                        rule, REFUND, "<text>\"unopened\"</text>", "<text>-</text>", "the rows below it never match"));
    }

    private static List<Breakage> columnsOfADecisionHaveHeadings() {
        String rule = "columns of a decision have headings";
        return List.of(
                new Breakage(rule, REFUND, " label=\"State of the parcel\"", "", "needs a label"),
                new Breakage(
                        rule,
                        REFUND,
                        "<text>parcelState</text>",
                        "<text>parcel.state.trim()</text>",
                        "must name one variable"),
                new Breakage(
                        rule,
                        REFUND,
                        " label=\"Refund\" name=\"refund\"",
                        " label=\"Refund\"",
                        "a name in lower camel case"));
    }

    private static List<Breakage> everyFormIsShown() {
        String rule = "every form is shown";
        return List.of(new Breakage(
                rule, RETURN, "formRef=\"check-parcel\"", "formRef=\"other-form\"", "is shown by no task"));
    }

    private static List<Breakage> formsSendWhatTheirTaskDeclares() {
        String rule = "forms send what their task declares";
        return List.of(
                new Breakage(rule, CHECK_PARCEL, ", \"disabled\": true", "", "is sent but not among the answers"),
                new Breakage(
                        rule,
                        FETCH_PARCEL,
                        "cam-variable-name=\"fetchOutcome\"",
                        "cam-variable-name=\"approved\"",
                        "is sent but not among the answers"),
                new Breakage(
                        rule,
                        RETURN,
                        "value=\"parcelState\"",
                        "value=\"parcelState,parcelWeight\"",
                        "but the form never sends it"));
    }

    private static List<Breakage> camundaFormsUseWhatTasklistCarries() {
        String rule = "Camunda Forms use what Tasklist carries";
        return List.of(
                new Breakage(
                        rule, ASK_RETURN, "\"id\": \"ask-return\"", "\"id\": \"ask\"", "it must be the file's name"),
                new Breakage(
                        rule, ASK_RETURN, "\"id\": \"ask-return\"", "\"id\": \"check-parcel\"", "form ids are unique"),
                new Breakage(
                        rule,
                        ASK_RETURN,
                        "\"schemaVersion\": 16",
                        "\"schemaVersion\": 19",
                        "Tasklist 7.24 knows up to 16"),
                new Breakage(
                        rule,
                        ASK_RETURN,
                        "\"type\": \"textfield\"",
                        "\"type\": \"filepicker\"",
                        "Tasklist 7.24 cannot show it"),
                new Breakage(
                        rule,
                        ASK_RETURN,
                        "\"type\": \"textfield\"",
                        "\"type\": \"dynamiclist\"",
                        "add a submit button"),
                new Breakage(
                        rule,
                        ASK_RETURN,
                        "\"type\": \"textfield\"",
                        "\"type\": \"image\", \"source\": \"/logo.png\"",
                        "shown as a placeholder"),
                new Breakage(
                        rule,
                        ASK_RETURN,
                        "\"key\": \"parcelName\"",
                        "\"key\": \"Parcel Name\"",
                        "variables are lower camel case"));
    }

    private static List<Breakage> embeddedFormsAreSafe() {
        String rule = "embedded forms are safe";
        return List.of(
                new Breakage(
                        rule,
                        FETCH_PARCEL,
                        "<p id=\"parcel\"></p>",
                        "<p id=\"parcel\" onclick=\"go()\"></p>",
                        "has an inline handler"),
                new Breakage(
                        rule,
                        FETCH_PARCEL,
                        "<p id=\"parcel\"></p>",
                        "<script cam-script type=\"text/form-script\">parcel.innerHTML = name;</script>",
                        "writes markup"),
                new Breakage(
                        rule, FETCH_PARCEL, "<p id=\"parcel\"></p>", "<p ng-bind-html=\"parcel\"></p>", "binds markup"),
                new Breakage(
                        rule,
                        FETCH_PARCEL,
                        "<p id=\"parcel\"></p>",
                        "<img src=\"https://example.com/x.png\">",
                        "loads something from another host"),
                new Breakage(
                        rule, FETCH_PARCEL, "<form role=\"form\" name=\"form\">", "<div>", "has no <form> element"));
    }
}
