package io.watchdesk.architecture;

import java.util.List;
import java.util.stream.Stream;

/** What models and code say to each other, broken. */
final class CallBreakages {

    private static final String RETURN = "processes/parcel-return/parcel-return.bpmn";

    private CallBreakages() {}

    static Stream<Breakage> all() {
        return Stream.of(calledProcessesExist(), decisionsExist(), whatIsThrownIsCaught(), vocabularyEqualsModel())
                .flatMap(List::stream);
    }

    private static List<Breakage> calledProcessesExist() {
        String rule = "called processes exist";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "calledElement=\"parcel-pickup\"",
                        "calledElement=\"parcel-fetch\"",
                        "there is no process with this id"),
                new Breakage(
                        rule,
                        RETURN,
                        "calledElementBinding=\"deployment\"",
                        "calledElementBinding=\"latest\"",
                        "must bind with"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>",
                        "",
                        "does not hand on the business key"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:in source=\"parcelName\" target=\"parcelName\"/>",
                        "<camunda:in variables=\"all\"/>",
                        "hands on all variables"));
    }

    private static List<Breakage> decisionsExist() {
        String rule = "decisions exist";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "decisionRef=\"refund\"",
                        "decisionRef=\"refund-share\"",
                        "there is no such .dmn file"),
                new Breakage(
                        rule,
                        RETURN,
                        "decisionRefBinding=\"deployment\"",
                        "decisionRefBinding=\"latest\"",
                        "must bind with"),
                new Breakage(
                        rule,
                        RETURN,
                        " camunda:mapDecisionResult=\"singleEntry\"",
                        "",
                        "must say where the result goes"));
    }

    private static List<Breakage> whatIsThrownIsCaught() {
        String rule = "what is thrown is caught";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "escalationCode=\"parcelLost\"",
                        "escalationCode=\"parcelStolen\"",
                        "does not catch the escalation \"parcelLost\""),
                new Breakage(
                        rule,
                        RETURN,
                        "calledElement=\"parcel-pickup\"",
                        "calledElement=\"parcel-return\"",
                        "that nobody catches"));
    }

    private static List<Breakage> vocabularyEqualsModel() {
        String rule = "vocabulary equals model";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "parcels.returnCancelled",
                        "parcels.returnStopped",
                        "RETURN_CANCELLED: is \"parcels.returnCancelled\"; the model has no"),
                new Breakage(
                        rule,
                        RETURN,
                        "parcels.returnCancelled",
                        "parcels.returnStopped",
                        "parcels.returnStopped: is not in the vocabulary"),
                new Breakage(
                        rule,
                        RETURN,
                        "value=\"parcelState\"",
                        "value=\"parcelWeight\"",
                        "ParcelReturnModel.parcelState: is a variable the model never mentions"),
                new Breakage(
                        rule,
                        RETURN,
                        "value=\"parcelState\"",
                        "value=\"parcelWeight\"",
                        "parcelWeight: is a variable of the model and not in the vocabulary"),
                new Breakage(
                        rule,
                        RETURN,
                        "== 'granted'",
                        "== 'yes'",
                        "is compared with 'yes', which Refund does not know"));
    }
}
