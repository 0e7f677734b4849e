package io.watchdesk.architecture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the engine does, broken. */
final class BehaviourBreakages {

    private static final String RETURN = "processes/parcel-return/parcel-return.bpmn";
    private static final String PICKUP = "processes/parcel-pickup/parcel-pickup.bpmn";

    private static final String SIXTEEN_TASKS = IntStream.rangeClosed(1, 16)
            .mapToObj("<bpmn:manualTask id=\"ManualTask_Step%d\"/>"::formatted)
            .collect(Collectors.joining("", "", "<bpmn:exclusiveGateway"));

    private BehaviourBreakages() {}

    static Stream<Breakage> all() {
        return Stream.of(
                        everyProcessSaysWhatItIsFor(),
                        aLevelFitsAHead(),
                        noScriptsNoLanesNoBusinessInExpressions(),
                        conditionsCompareOneVariable(),
                        savePointsStandWhereTheDatabaseIsLeft(),
                        delegatesExistAndAreNamedAfterTheirTask(),
                        userTasksReachTheirPeople(),
                        answersAreDeclaredAndHeard(),
                        userTasksHaveTheirForm())
                .flatMap(List::stream);
    }

    private static List<Breakage> everyProcessSaysWhatItIsFor() {
        String rule = "every process says what it is for";
        return List.of(
                new Breakage(
                        rule, RETURN, " camunda:historyTimeToLive=\"P180D\"", "", "needs camunda:historyTimeToLive"),
                new Breakage(rule, RETURN, " camunda:jobPriority=\"10\"", "", "needs camunda:jobPriority"),
                new Breakage(
                        rule,
                        RETURN,
                        "A small process that keeps every rule of the house; the tests break it one rule at a time.",
                        "Returns.",
                        "needs a documentation"),
                new Breakage(rule, RETURN, "isExecutable=\"true\"", "isExecutable=\"false\"", "must be executable"),
                new Breakage(rule, PICKUP, " camunda:isStartableInTasklist=\"false\"", "", "has no start form"),
                new Breakage(
                        rule,
                        RETURN,
                        " camunda:jobPriority=\"10\"",
                        " camunda:jobPriority=\"10\" camunda:isStartableInTasklist=\"false\"",
                        "has a start form"));
    }

    private static List<Breakage> aLevelFitsAHead() {
        String rule = "a level fits a head";
        return List.of(
                new Breakage(rule, PICKUP, "    <bpmn:exclusiveGateway", SIXTEEN_TASKS, "activities on one level"));
    }

    private static List<Breakage> noScriptsNoLanesNoBusinessInExpressions() {
        String rule = "no scripts, no lanes, no business in expressions";
        return List.of(
                new Breakage(
                        rule,
                        PICKUP,
                        "    <bpmn:exclusiveGateway",
                        "<bpmn:scriptTask id=\"ScriptTask_PayRefund\"/><bpmn:exclusiveGateway",
                        "is a script"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"sum\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                        "contains a script"),
                new Breakage(
                        rule,
                        PICKUP,
                        "    <bpmn:startEvent",
                        "<bpmn:laneSet id=\"LaneSet_Drivers\"><bpmn:lane id=\"Lane_Drivers\"/></bpmn:laneSet><bpmn:startEvent",
                        "is a lane"),
                new Breakage(
                        rule,
                        RETURN,
                        "\"${payRefundDelegate}\"",
                        "\"${bank.pay(parcelName)}\"",
                        "expressions name one variable or bean"),
                new Breakage(
                        rule,
                        RETURN,
                        "Check parcel: ${parcelName}",
                        "Check parcel: ${parcel.name.trim()}",
                        "expressions name one variable or bean"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:taskListener delegateExpression=\"${checkParcelListener}\"",
                        "<camunda:executionListener delegateExpression=\"${hidden}\" event=\"start\"/><camunda:taskListener delegateExpression=\"${checkParcelListener}\"",
                        "has an execution listener"));
    }

    private static List<Breakage> conditionsCompareOneVariable() {
        String rule = "conditions compare one variable";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "${refund == 'granted'}",
                        "${refund == 'granted' &amp;&amp; parcelState == 'unopened'}",
                        "compare one variable with one value"),
                new Breakage(
                        rule, PICKUP, " default=\"Flow_Lost\"", "", "without a condition and is not its default flow"),
                new Breakage(
                        rule,
                        RETURN,
                        "targetRef=\"BusinessRuleTask_DecideRefund\"/>",
                        "targetRef=\"BusinessRuleTask_DecideRefund\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${refund == 1}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                        "a condition without a gateway"));
    }

    private static List<Breakage> savePointsStandWhereTheDatabaseIsLeft() {
        String rule = "save points stand where the database is left";
        return List.of(
                new Breakage(
                        rule, RETURN, " camunda:asyncBefore=\"true\"", "", "leaves the database (DistantBank calls R"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>",
                        "",
                        "say with camunda:failedJobRetryTimeCycle"),
                new Breakage(
                        rule,
                        RETURN,
                        "camunda:candidateGroups=\"clerks\"",
                        "camunda:candidateGroups=\"clerks\" camunda:asyncBefore=\"true\"",
                        "waits anyway"),
                new Breakage(
                        rule,
                        RETURN,
                        "calledElement=\"parcel-pickup\"",
                        "calledElement=\"parcel-pickup\" camunda:asyncAfter=\"true\"",
                        "is asynchronous after"));
    }

    private static List<Breakage> delegatesExistAndAreNamedAfterTheirTask() {
        String rule = "delegates exist and are named after their task";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "${payRefundDelegate}",
                        "${payTwiceDelegate}",
                        "the bean of this task is ${payRefundDelegate}"),
                new Breakage(
                        rule,
                        RETURN,
                        "${payRefundDelegate}",
                        "${checkParcelListener}",
                        "there is no @Component class CheckParcelListener implements JavaDelegate"),
                new Breakage(
                        rule,
                        RETURN,
                        "camunda:delegateExpression=\"${payRefundDelegate}\"",
                        "camunda:class=\"sample.process.PayRefundDelegate\"",
                        "needs camunda:delegateExpression"));
    }

    private static List<Breakage> userTasksReachTheirPeople() {
        String rule = "user tasks reach their people";
        return List.of(
                new Breakage(rule, RETURN, " camunda:candidateGroups=\"clerks\"", "", "reaches nobody"),
                new Breakage(rule, RETURN, "\"clerks\"", "\"Front Desk\"", "groups are kebab-case roles"),
                new Breakage(
                        rule,
                        RETURN,
                        "camunda:candidateGroups=\"clerks\"",
                        "camunda:assignee=\"${clerk}\" camunda:candidateUsers=\"wei\"",
                        "names candidate users"));
    }

    private static List<Breakage> answersAreDeclaredAndHeard() {
        String rule = "answers are declared and heard";
        return List.of(
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:property name=\"answers\" value=\"parcelState\"/>",
                        "",
                        "needs the property \"answers\""),
                new Breakage(
                        rule,
                        RETURN,
                        "value=\"parcelState\"",
                        "value=\"Parcel-State\"",
                        "variables are lower camel case"),
                new Breakage(
                        rule,
                        RETURN,
                        "<camunda:taskListener delegateExpression=\"${checkParcelListener}\" event=\"complete\"/>",
                        "",
                        "answers that no one hears"),
                new Breakage(
                        rule,
                        RETURN,
                        "${checkParcelListener}\" event=\"complete\"",
                        "${checkParcelListener}\" event=\"create\"",
                        "answers that no one hears"),
                new Breakage(
                        rule,
                        RETURN,
                        "${checkParcelListener}",
                        "${nobodyListener}",
                        "there is no @Component class NobodyListener"),
                new Breakage(
                        rule,
                        RETURN,
                        "taskListener delegateExpression=\"${checkParcelListener}\"",
                        "taskListener class=\"sample.process.CheckParcelListener\"",
                        "a listener without a delegate expression"));
    }

    private static List<Breakage> userTasksHaveTheirForm() {
        String rule = "user tasks have their form";
        return List.of(
                new Breakage(rule, RETURN, " camunda:formRef=\"check-parcel\"", "", "shows no form"),
                new Breakage(
                        rule,
                        RETURN,
                        "formRef=\"check-parcel\"",
                        "formRef=\"inspect-parcel\"",
                        "there is no forms/parcel-return/inspect-parcel.form"),
                new Breakage(
                        rule,
                        RETURN,
                        "camunda:formRef=\"check-parcel\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formRef=\"check-parcel\" camunda:formRefBinding=\"latest\"",
                        "must bind its form"),
                new Breakage(
                        rule,
                        RETURN,
                        "formRef=\"check-parcel\"",
                        "formRef=\"ask-return\"",
                        "the form of this task is \"check-parcel\""),
                new Breakage(
                        rule,
                        PICKUP,
                        "embedded:deployment:forms/parcel-pickup/",
                        "embedded:app:forms/",
                        "it must be embedded:deployment:forms/parcel-pickup/<task-name>.html"),
                new Breakage(rule, PICKUP, "fetch-parcel.html", "collect-parcel.html", "there is no such file"));
    }
}
