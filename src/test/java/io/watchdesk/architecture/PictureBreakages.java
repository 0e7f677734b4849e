package io.watchdesk.architecture;

import java.util.List;
import java.util.stream.Stream;

/** What a reader sees, broken. */
final class PictureBreakages {

    private static final String RETURN = "processes/parcel-return/parcel-return.bpmn";
    private static final String PICKUP = "processes/parcel-pickup/parcel-pickup.bpmn";

    private PictureBreakages() {}

    static Stream<Breakage> all() {
        return Stream.of(
                        folderFileAndProcessHaveOneName(),
                        idsAgreeWithTypesAndLabels(),
                        labelsReadLikeSentences(),
                        messagesErrorsAndEscalationsAreNamedAfterWhatHappened(),
                        everythingIsDrawn(),
                        aModelFitsOneScreen(),
                        nothingLiesOnAnythingElse(),
                        labelsCanBeRead(),
                        linesAreStraight(),
                        timeRunsFromLeftToRight())
                .flatMap(List::stream);
    }

    private static List<Breakage> folderFileAndProcessHaveOneName() {
        String rule = "folder, file and process have one name";
        return List.of(
                new Breakage(rule, PICKUP, "parcel-pickup\"", "parcel-fetch\"", "is the process id"),
                new Breakage(
                        rule,
                        RETURN,
                        "name=\"Parcel return\"",
                        "name=\"Returned goods\"",
                        "the name must agree with the id"));
    }

    private static List<Breakage> idsAgreeWithTypesAndLabels() {
        String rule = "ids agree with types and labels";
        return List.of(
                new Breakage(rule, RETURN, "UserTask_CheckParcel", "Task_CheckParcel", "must be UserTask_<Name>"),
                new Breakage(rule, RETURN, "UserTask_CheckParcel", "UserTask_check_parcel", "upper camel case"),
                new Breakage(
                        rule, RETURN, "name=\"Decide refund\"", "name=\"Choose refund\"", "id and label must agree"),
                new Breakage(
                        rule,
                        RETURN,
                        "MessageEvent_ReturnCancelled",
                        "BoundaryEvent_ReturnCancelled",
                        "must be MessageEvent_<Name>"),
                new Breakage(rule, RETURN, "Flow_Granted", "Flow_0x1y2z3", "a name that a person gave"));
    }

    private static List<Breakage> labelsReadLikeSentences() {
        String rule = "labels read like sentences";
        return List.of(
                new Breakage(rule, RETURN, "name=\"Pay refund\"", "name=\"Payment\"", "say verb and object"),
                new Breakage(rule, RETURN, "name=\"Pay refund\"", "name=\"Paying refund\"", "begin with the verb"),
                new Breakage(rule, RETURN, "name=\"Pay refund\"", "name=\"pay refund\"", "begin with a capital"),
                new Breakage(rule, RETURN, "name=\"Return settled\"", "name=\"End\"", "say object and state reached"),
                new Breakage(rule, RETURN, "name=\"Refund granted?\"", "name=\"Refund granted\"", "ask a question"),
                new Breakage(
                        rule, RETURN, "id=\"Flow_Granted\" name=\"yes\"", "id=\"Flow_Granted\"", "name the answer"));
    }

    private static List<Breakage> messagesErrorsAndEscalationsAreNamedAfterWhatHappened() {
        String rule = "messages, errors and escalations are named after what happened";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "parcels.returnCancelled",
                        "cancel-return",
                        "name it <capability>.<stateInPastTense>"),
                new Breakage(
                        rule,
                        RETURN,
                        "escalationCode=\"parcelLost\"",
                        "escalationCode=\"ERR_17\"",
                        "the code is a business reason"),
                new Breakage(
                        rule, RETURN, "messageRef=\"Message_ReturnCancelled\"", "", "is declared and used nowhere"));
    }

    private static List<Breakage> everythingIsDrawn() {
        String rule = "everything is drawn";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "bpmnElement=\"UserTask_CheckParcel\"",
                        "bpmnElement=\"UserTask_Nothing\"",
                        "has no BPMNShape"),
                new Breakage(
                        rule, RETURN, "bpmnElement=\"Flow_Lost\"", "bpmnElement=\"Flow_Nothing\"", "has no BPMNEdge"),
                new Breakage(
                        rule,
                        RETURN,
                        "<di:waypoint x=\"188\" y=\"200\"/>",
                        "<di:waypoint x=\"218\" y=\"200\"/>",
                        "does not begin at StartEvent_ReturnAsked"),
                new Breakage(
                        rule,
                        RETURN,
                        "<di:waypoint x=\"982\" y=\"200\"/>",
                        "<di:waypoint x=\"962\" y=\"200\"/>",
                        "does not end at EndEvent_ReturnSettled"));
    }

    private static List<Breakage> aModelFitsOneScreen() {
        String rule = "a model fits one screen";
        return List.of(
                new Breakage(rule, RETURN, "x=\"982\" y=\"182\"", "x=\"2982\" y=\"182\"", "one screen is 2200 x 1100"));
    }

    private static List<Breakage> nothingLiesOnAnythingElse() {
        String rule = "nothing lies on anything else";
        return List.of(
                new Breakage(
                        rule, RETURN, "x=\"400\" y=\"160\"", "x=\"320\" y=\"160\"", "lies on UserTask_CheckParcel"),
                new Breakage(
                        rule,
                        RETURN,
                        "<di:waypoint x=\"500\" y=\"200\"/>\n        <di:waypoint x=\"555\" y=\"200\"/>",
                        "<di:waypoint x=\"500\" y=\"200\"/>\n        <di:waypoint x=\"710\" y=\"200\"/>\n        <di:waypoint x=\"555\" y=\"200\"/>",
                        "runs through ServiceTask_PayRefund"));
    }

    private static List<Breakage> labelsCanBeRead() {
        String rule = "labels can be read";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "<dc:Bounds x=\"545\" y=\"142\" width=\"70\" height=\"27\"/>",
                        "<dc:Bounds x=\"480\" y=\"190\" width=\"90\" height=\"14\"/>",
                        "has its label on BusinessRuleTask_DecideRefund"),
                new Breakage(
                        rule,
                        RETURN,
                        "<dc:Bounds x=\"545\" y=\"142\" width=\"70\" height=\"27\"/>",
                        "<dc:Bounds x=\"535\" y=\"250\" width=\"90\" height=\"14\"/>",
                        "has its label on the line of Flow_NotGranted"),
                new Breakage(
                        rule,
                        RETURN,
                        "<dc:Bounds x=\"545\" y=\"142\" width=\"70\" height=\"27\"/>",
                        "<dc:Bounds x=\"535\" y=\"355\" width=\"90\" height=\"14\"/>",
                        "has its label on the label of Gateway_RefundGranted"));
    }

    private static List<Breakage> linesAreStraight() {
        String rule = "lines are straight";
        return List.of(new Breakage(
                rule,
                RETURN,
                "<di:waypoint x=\"400\" y=\"200\"/>",
                "<di:waypoint x=\"400\" y=\"220\"/>",
                "has a slanted line"));
    }

    private static List<Breakage> timeRunsFromLeftToRight() {
        String rule = "time runs from left to right";
        return List.of(new Breakage(
                rule,
                RETURN,
                "x=\"982\" y=\"182\"",
                "x=\"100\" y=\"60\"",
                "runs backwards although it closes no loop"));
    }
}
