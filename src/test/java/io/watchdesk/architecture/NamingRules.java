package io.watchdesk.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** One name everywhere: files, ids, labels, messages, errors, escalations. */
final class NamingRules {

    private static final Pattern NOUN_FOR_A_DEED = Pattern.compile(".*(ing|tion|sion|ment)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> VERBS_LIKE_NOUNS = Set.of("mention", "bring", "document", "ping", "sanction");

    private NamingRules() {}

    static void oneNameForFolderFileAndProcess(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Collection<Process> processes = model.all(Process.class);
            report.unless(
                    processes.size() == 1,
                    model.file(),
                    "file",
                    "has %s processes; one file, one process.",
                    processes.size());
            String id = model.process().getId();
            report.unless(
                    id.equals(model.name()) && id.equals(model.folder()),
                    model.file(),
                    id,
                    "is the process id; folder \"%s\" and file \"%s\" must have the same name.",
                    model.folder(),
                    model.name());
            report.unless(
                    Names.KEBAB.matcher(id).matches(),
                    model.file(),
                    id,
                    "must be kebab-case, a noun phrase such as content-review.");
            report.unless(
                    Names.agree(Names.label(model.process().getName()), Names.camel(id)),
                    model.file(),
                    id,
                    "is named \"%s\"; the name must agree with the id.",
                    model.process().getName());
        }
    }

    static void idsAgreeWithTypesAndLabels(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (FlowNode node : model.nodes()) {
                String prefix = typeOf(node) + "_";
                String id = node.getId();
                if (!id.startsWith(prefix)
                        || !Names.UPPER_CAMEL.matcher(Names.ofElement(id)).matches()) {
                    report.breach(model.file(), id, "must be %s<Name> with the name in upper camel case.", prefix);
                    continue;
                }
                String label = Names.label(node.getName());
                report.unless(
                        label.isEmpty() || Names.agree(label, Names.ofElement(id)),
                        model.file(),
                        id,
                        "is labelled \"%s\"; id and label must agree, for example %s%s.",
                        label,
                        prefix,
                        String.join(
                                "",
                                Names.words(label).stream()
                                        .map(Names::capitalised)
                                        .toList()));
            }
            for (SequenceFlow flow : model.all(SequenceFlow.class)) {
                report.unless(
                        flow.getId().startsWith("Flow_")
                                && Names.UPPER_CAMEL
                                        .matcher(Names.ofElement(flow.getId()))
                                        .matches(),
                        model.file(),
                        flow.getId(),
                        "must be Flow_<Name> with a name that a person gave.");
            }
        }
    }

    static void labelsReadLikeSentences(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (FlowNode node : model.nodes()) {
                String label = Names.label(node.getName());
                List<String> words = Names.words(label);
                if (node instanceof Gateway gateway) {
                    gateway(model, gateway, label, report);
                } else if (words.size() < 2) {
                    report.breach(
                            model.file(),
                            node.getId(),
                            "is labelled \"%s\"; say %s.",
                            label,
                            node instanceof Event
                                    ? "object and state reached (Slot reached)"
                                    : "verb and object (Write draft)");
                } else if (node instanceof Activity) {
                    report.unless(
                            !NOUN_FOR_A_DEED.matcher(words.get(0)).matches()
                                    || VERBS_LIKE_NOUNS.contains(words.get(0).toLowerCase(java.util.Locale.ROOT)),
                            model.file(),
                            node.getId(),
                            "is labelled \"%s\"; begin with the verb (Screen content, not Screening of content).",
                            label);
                }
                report.unless(
                        label.isEmpty() || !Character.isLowerCase(label.codePointAt(0)) && !label.endsWith("."),
                        model.file(),
                        node.getId(),
                        "is labelled \"%s\"; begin with a capital and end without a full stop.",
                        label);
            }
        }
    }

    private static void gateway(ProcessModel model, Gateway gateway, String label, Report report) {
        boolean splits = gateway.getOutgoing().size() > 1;
        boolean asks = splits && !(gateway instanceof ParallelGateway) && !(gateway instanceof EventBasedGateway);
        report.unless(
                !asks || label.endsWith("?") && Names.words(label).size() > 1,
                model.file(),
                gateway.getId(),
                "splits and is labelled \"%s\"; ask a question that ends with \"?\" (Draft approved?).",
                label);
        for (SequenceFlow flow : gateway.getOutgoing()) {
            report.unless(
                    !asks || flow.getName() != null && !flow.getName().isBlank(),
                    model.file(),
                    flow.getId(),
                    "leaves the question \"%s\" without a label; name the answer.",
                    label);
        }
    }

    static void messagesErrorsAndEscalationsAreNamedAfterWhatHappened(Models models, Report report) {
        Pattern message = Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*(ed|n|t|d)");
        for (ProcessModel model : models.processes()) {
            for (Message each : model.all(Message.class)) {
                report.unless(
                        each.getName() != null
                                && message.matcher(each.getName()).matches(),
                        model.file(),
                        each.getId(),
                        "is the message \"%s\"; name it <capability>.<stateInPastTense>, for example content.withdrawn.",
                        each.getName());
                report.unless(
                        each.getId().startsWith("Message_"), model.file(), each.getId(), "must be Message_<Name>.");
            }
            for (Error each : model.all(Error.class)) {
                reason(model, each.getId(), "Error_", each.getErrorCode(), report);
            }
            for (Escalation each : model.all(Escalation.class)) {
                reason(model, each.getId(), "Escalation_", each.getEscalationCode(), report);
            }
            everythingDeclaredIsUsed(model, report);
        }
    }

    private static void reason(ProcessModel model, String id, String prefix, String code, Report report) {
        report.unless(
                code != null
                        && Names.LOWER_CAMEL.matcher(code).matches()
                        && id.equals(prefix + Names.capitalised(code)),
                model.file(),
                id,
                "has the code \"%s\"; the code is a business reason in lower camel case and the id is %s<Code>.",
                code,
                prefix);
    }

    private static void everythingDeclaredIsUsed(ProcessModel model, Report report) {
        Map.of(Message.class, "messageRef", Error.class, "errorRef", Escalation.class, "escalationRef")
                .forEach((type, reference) -> model.all(type)
                        .forEach(declared -> report.unless(
                                model.all(EventDefinition.class).stream()
                                                .anyMatch(use ->
                                                        declared.getId().equals(use.getAttributeValue(reference)))
                                        || model.nodes().stream()
                                                .anyMatch(use ->
                                                        declared.getId().equals(use.getAttributeValue(reference))),
                                model.file(),
                                declared.getId(),
                                "is declared and used nowhere.")));
    }

    /** The first part of an element's id: the BPMN type, for events between start and end what triggers them. */
    static String typeOf(FlowNode node) {
        if (node instanceof Gateway) {
            return "Gateway";
        }
        if (node instanceof StartEvent || node instanceof EndEvent || !(node instanceof Event)) {
            return Names.capitalised(node.getElementType().getTypeName());
        }
        Collection<EventDefinition> definitions = node instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) node).getEventDefinitions();
        String trigger = definitions.stream()
                .findFirst()
                .map(definition -> definition.getElementType().getTypeName().replace("EventDefinition", ""))
                .orElse(node instanceof BoundaryEvent ? "boundary" : "plain");
        return Names.capitalised(trigger) + "Event";
    }
}
