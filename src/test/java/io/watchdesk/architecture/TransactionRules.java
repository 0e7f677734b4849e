package io.watchdesk.architecture;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CompletionCondition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the engine does with a model: how long it remembers, what it evaluates, how much one level holds. */
final class TransactionRules {

    private static final int ACTIVITIES_A_LEVEL = 15;
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("\\s*[a-z][A-Za-z0-9]*\\s*");
    private static final Pattern COMPARISON = Pattern.compile(
            "\\$\\{\\s*([a-z][A-Za-z0-9]*)\\s*(==|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?\\d+|true|false)\\s*}");
    private static final Set<String> ALLOWED = Set.of("execution.processBusinessKey");
    /** A level that changes moves clocks only by asking for them again: decision record 0011. */
    private static final Pattern CLOCK =
            Pattern.compile("crisisClocks\\.at\\(execution, '[a-z][A-Za-z]*'(, '(warning|lastWarning)')?\\)");

    private TransactionRules() {}

    static void everyProcessSaysWhatItIsFor(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Process process = model.process();
            report.unless(process.isExecutable(), model.file(), process.getId(), "must be executable.");
            report.unless(
                    process.getDocumentations().stream()
                            .anyMatch(text -> text.getTextContent().length() > 40),
                    model.file(),
                    process.getId(),
                    "needs a documentation of one or two sentences: what is it for, and when does it end?");
            report.unless(
                    matches(process.getCamundaHistoryTimeToLiveString(), "P\\d+D"),
                    model.file(),
                    process.getId(),
                    "needs camunda:historyTimeToLive, for example P180D.");
            report.unless(
                    matches(ProcessModel.camunda(process, "jobPriority"), "\\d+"),
                    model.file(),
                    process.getId(),
                    "needs camunda:jobPriority: 50 for publication, 10 as a rule, 0 for housekeeping.");
            boolean people = model.all(StartEvent.class).stream()
                    .anyMatch(start -> start.getParentElement() instanceof Process
                            && (ProcessModel.camunda(start, "formKey") != null
                                    || ProcessModel.camunda(start, "formRef") != null));
            report.unless(
                    people == process.isCamundaStartableInTasklist(),
                    model.file(),
                    process.getId(),
                    people
                            ? "has a start form; remove camunda:isStartableInTasklist=\"false\"."
                            : "has no start form; set camunda:isStartableInTasklist=\"false\".");
        }
    }

    static void aLevelFitsAHead(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            level(model, model.process(), report);
            model.all(SubProcess.class).forEach(level -> level(model, level, report));
        }
    }

    private static void level(ProcessModel model, BaseElement level, Report report) {
        int activities = level.getChildElementsByType(Activity.class).size();
        report.unless(
                activities <= ACTIVITIES_A_LEVEL,
                model.file(),
                level.getId(),
                "has %s activities on one level; more than %s ask for a process of its own.",
                activities,
                ACTIVITIES_A_LEVEL);
    }

    static void noScriptsNoLanesNoBusinessInExpressions(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            model.all(ScriptTask.class)
                    .forEach(task -> report.breach(model.file(), task.getId(), "is a script; write a delegate."));
            model.all(Lane.class)
                    .forEach(lane ->
                            report.breach(model.file(), lane.getId(), "is a lane; roles are candidate groups."));
            model.nodes()
                    .forEach(node -> report.unless(
                            ProcessModel.extensions(node, "executionListener").isEmpty(),
                            model.file(),
                            node.getId(),
                            "has an execution listener, which no reader sees; make it a task of the model."));
            expressions(model, model.bpmn().getDefinitions().getDomElement(), report);
        }
    }

    private static void expressions(ProcessModel model, DomElement element, Report report) {
        String name = element.getLocalName();
        if (name.equals("script")) {
            report.breach(model.file(), idOf(element), "contains a script; write a delegate.");
        }
        boolean condition = name.equals("conditionExpression") || name.equals("completionCondition");
        if (element.getChildElements().isEmpty() && !condition && !name.equals("documentation")) {
            harmless(model, element, element.getTextContent(), report);
        }
        for (String attribute : ATTRIBUTES_WITH_EXPRESSIONS) {
            String value = element.getAttribute(ProcessModel.CAMUNDA, attribute);
            harmless(model, element, value == null ? element.getAttribute(attribute) : value, report);
        }
        element.getChildElements().forEach(child -> expressions(model, child, report));
    }

    private static final Set<String> ATTRIBUTES_WITH_EXPRESSIONS = Set.of(
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "collection",
            "calledElement",
            "decisionRef",
            "sourceExpression",
            "businessKey",
            "formKey",
            "formRef",
            "delegateExpression",
            "expression",
            "name",
            "value");

    private static void harmless(ProcessModel model, DomElement element, String text, Report report) {
        if (text == null) {
            return;
        }
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            String inside = matcher.group(1);
            report.unless(
                    VARIABLE.matcher(inside).matches()
                            || ALLOWED.contains(inside.strip())
                            || CLOCK.matcher(inside).matches(),
                    model.file(),
                    idOf(element),
                    "evaluates \"%s\"; expressions name one variable or bean, the rest belongs into a delegate or decision.",
                    matcher.group());
        }
    }

    private static String idOf(DomElement element) {
        for (DomElement each = element; each != null; each = each.getParentElement()) {
            if (each.getAttribute("id") != null) {
                return each.getAttribute("id");
            }
        }
        return "file";
    }

    static void conditionsCompareOneVariable(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (ConditionExpression condition : model.all(ConditionExpression.class)) {
                comparison(model, ((SequenceFlow) condition.getParentElement()).getId(), condition, report);
            }
            for (CompletionCondition condition : model.all(CompletionCondition.class)) {
                comparison(
                        model,
                        ((BaseElement) condition.getParentElement().getParentElement()).getId(),
                        condition,
                        report);
            }
            for (SequenceFlow flow : model.all(SequenceFlow.class)) {
                FlowNode source = flow.getSource();
                boolean asks = source instanceof ExclusiveGateway || source instanceof InclusiveGateway;
                boolean isDefault = flow.getId().equals(source.getAttributeValue("default"));
                report.unless(
                        !asks || source.getOutgoing().size() < 2 || isDefault || flow.getConditionExpression() != null,
                        model.file(),
                        flow.getId(),
                        "leaves a question without a condition and is not its default flow.");
                report.unless(
                        asks || flow.getConditionExpression() == null,
                        model.file(),
                        flow.getId(),
                        "carries a condition without a gateway; draw the question.");
            }
        }
    }

    private static void comparison(ProcessModel model, String id, ModelElementInstance condition, Report report) {
        String text = condition.getTextContent().strip();
        report.unless(
                COMPARISON.matcher(text).matches(),
                model.file(),
                id,
                "has the condition \"%s\"; compare one variable with one value, for example ${reviewVerdict == 'approved'}.",
                text);
    }

    static void savePointsStandWhereTheDatabaseIsLeft(Models models, Report report) {
        OutsideCalls outside = new OutsideCalls(models.code());
        for (ProcessModel model : models.processes()) {
            for (FlowNode node : model.nodes()) {
                boolean waits = node instanceof UserTask
                        || node instanceof ReceiveTask
                        || node instanceof IntermediateCatchEvent
                        || node instanceof EventBasedGateway;
                report.unless(
                        !waits || !node.isCamundaAsyncBefore(),
                        model.file(),
                        node.getId(),
                        "waits anyway; remove camunda:asyncBefore.");
                TaskRules.delegateOf(node)
                        .flatMap(bean -> models.processClass(Names.capitalised(bean)))
                        .flatMap(outside::reachedFrom)
                        .ifPresent(call -> {
                            report.unless(
                                    node.isCamundaAsyncBefore(),
                                    model.file(),
                                    node.getId(),
                                    "leaves the database (%s); set camunda:asyncBefore=\"true\".",
                                    call);
                            report.unless(
                                    !ProcessModel.extensions(node, "failedJobRetryTimeCycle")
                                            .isEmpty(),
                                    model.file(),
                                    node.getId(),
                                    "leaves the database (%s); say with camunda:failedJobRetryTimeCycle when to try again.",
                                    call);
                        });
                report.unless(
                        !(node instanceof CallActivity) || !node.isCamundaAsyncAfter(),
                        model.file(),
                        node.getId(),
                        "is asynchronous after; put the save point before the next step that leaves the database.");
            }
        }
    }

    private static boolean matches(String value, String pattern) {
        return value != null && value.matches(pattern);
    }
}
