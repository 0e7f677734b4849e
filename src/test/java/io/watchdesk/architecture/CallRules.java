package io.watchdesk.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What one model asks of another: called processes, decisions, and what they throw back. */
final class CallRules {

    private CallRules() {}

    static void calledProcessesExist(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (CallActivity call : model.all(CallActivity.class)) {
                report.unless(
                        models.process(call.getCalledElement()).isPresent(),
                        model.file(),
                        call.getId(),
                        "calls \"%s\"; there is no process with this id.",
                        call.getCalledElement());
                report.unless(
                        "deployment".equals(call.getCamundaCalledElementBinding()),
                        model.file(),
                        call.getId(),
                        "must bind with camunda:calledElementBinding=\"deployment\".");
                List<ModelElementInstance> in = ProcessModel.extensions(call, "in");
                report.unless(
                        in.stream().anyMatch(each -> each.getAttributeValue("businessKey") != null),
                        model.file(),
                        call.getId(),
                        "does not hand on the business key; add <camunda:in businessKey=\"#{execution.processBusinessKey}\"/>.");
                report.unless(
                        in.stream().noneMatch(each -> "all".equals(each.getAttributeValue("variables")))
                                && ProcessModel.extensions(call, "out").stream()
                                        .noneMatch(each -> "all".equals(each.getAttributeValue("variables"))),
                        model.file(),
                        call.getId(),
                        "hands on all variables; name the ones the other side needs.");
            }
        }
    }

    static void decisionsExist(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
                String decision = task.getCamundaDecisionRef();
                report.unless(
                        decision != null && models.decision(decision).isPresent(),
                        model.file(),
                        task.getId(),
                        "asks the decision \"%s\"; there is no such .dmn file below processes/.",
                        decision);
                report.unless(
                        "deployment".equals(task.getCamundaDecisionRefBinding()),
                        model.file(),
                        task.getId(),
                        "must bind with camunda:decisionRefBinding=\"deployment\".");
                report.unless(
                        task.getCamundaResultVariable() != null && task.getCamundaMapDecisionResult() != null,
                        model.file(),
                        task.getId(),
                        "must say where the result goes: camunda:resultVariable and camunda:mapDecisionResult.");
            }
        }
    }

    static void whatIsThrownIsCaught(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            thrown(models, model, CallRules::escalation, "escalation", report);
            thrown(models, model, CallRules::error, "error", report);
        }
    }

    private static void thrown(
            Models models,
            ProcessModel model,
            Function<EventDefinition, Optional<String>> code,
            String kind,
            Report report) {
        for (ThrowEvent event : model.all(ThrowEvent.class)) {
            for (EventDefinition definition : event.getEventDefinitions()) {
                code.apply(definition)
                        .filter(thrown -> !caughtInside(event, thrown, code))
                        .ifPresent(thrown -> callersCatch(models, model, event, thrown, code, kind, report));
            }
        }
    }

    private static void callersCatch(
            Models models,
            ProcessModel model,
            ThrowEvent event,
            String thrown,
            Function<EventDefinition, Optional<String>> code,
            String kind,
            Report report) {
        boolean called = false;
        for (ProcessModel caller : models.processes()) {
            for (CallActivity call : caller.all(CallActivity.class)) {
                if (model.process().getId().equals(call.getCalledElement())) {
                    called = true;
                    report.unless(
                            caughtAt(call, thrown, code) || caughtInside(call, thrown, code),
                            caller.file(),
                            call.getId(),
                            "does not catch the %s \"%s\" that %s throws at %s.",
                            kind,
                            thrown,
                            model.file(),
                            event.getId());
                }
            }
        }
        report.unless(called, model.file(), event.getId(), "throws the %s \"%s\" that nobody catches.", kind, thrown);
    }

    /** Caught by an event sub-process of a level around the element, or at the boundary of a sub-process around it. */
    private static boolean caughtInside(
            ModelElementInstance element, String thrown, Function<EventDefinition, Optional<String>> code) {
        for (ModelElementInstance level = element.getParentElement(); level != null; level = level.getParentElement()) {
            boolean bySubProcess = level.getChildElementsByType(SubProcess.class).stream()
                    .filter(SubProcess::triggeredByEvent)
                    .flatMap(handler -> handler.getChildElementsByType(StartEvent.class).stream())
                    .anyMatch(start -> catches(start, thrown, code));
            if (bySubProcess || level instanceof SubProcess && caughtAt(level, thrown, code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean caughtAt(
            ModelElementInstance activity, String thrown, Function<EventDefinition, Optional<String>> code) {
        Collection<BoundaryEvent> events = activity.getParentElement().getChildElementsByType(BoundaryEvent.class);
        return events.stream()
                .anyMatch(event -> event.getAttachedTo().equals(activity) && catches(event, thrown, code));
    }

    private static boolean catches(CatchEvent event, String thrown, Function<EventDefinition, Optional<String>> code) {
        return event.getEventDefinitions().stream()
                .anyMatch(definition ->
                        code.apply(definition).filter(thrown::equals).isPresent());
    }

    private static Optional<String> escalation(EventDefinition definition) {
        return definition instanceof EscalationEventDefinition escalation && escalation.getEscalation() != null
                ? Optional.ofNullable(escalation.getEscalation().getEscalationCode())
                : Optional.empty();
    }

    private static Optional<String> error(EventDefinition definition) {
        return definition instanceof ErrorEventDefinition error && error.getError() != null
                ? Optional.ofNullable(error.getError().getErrorCode())
                : Optional.empty();
    }
}
