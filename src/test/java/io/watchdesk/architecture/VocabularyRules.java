package io.watchdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.TypedVariable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A process has one vocabulary class, and the class says what the model says, in both directions. */
final class VocabularyRules {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*([a-z][A-Za-z0-9]*)\\s*}");
    private static final Pattern COMPARED =
            Pattern.compile("\\$\\{\\s*([a-z][A-Za-z0-9]*)\\s*[=!]=\\s*['\"]([^'\"]*)['\"]\\s*}");

    private VocabularyRules() {}

    /** What a vocabulary class declares. */
    private record Vocabulary(String name, Map<String, String> texts, Map<String, Class<?>> variables) {}

    static void vocabularyEqualsModel(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            String wanted = Names.camel(model.name()) + "Model";
            Optional<Vocabulary> vocabulary = models.processClass(wanted).map(VocabularyRules::read);
            if (vocabulary.isEmpty()) {
                report.breach(
                        model.file(),
                        model.name(),
                        "has no vocabulary; write the class %s in its process package.",
                        wanted);
                continue;
            }
            compare(models, model, vocabulary.get(), report);
        }
    }

    private static void compare(Models models, ProcessModel model, Vocabulary vocabulary, Report report) {
        report.unless(
                model.name().equals(vocabulary.texts().get("PROCESS")),
                model.file(),
                vocabulary.name(),
                "must declare PROCESS = \"%s\".",
                model.name());
        Set<String> spoken = spoken(model);
        Set<String> ids = new HashSet<>(spoken);
        model.nodes().forEach(node -> ids.add(node.getId()));
        ids.add(model.name());
        models.decisions().stream()
                .filter(decision ->
                        decision.path().getParent().equals(model.path().getParent()))
                .forEach(decision -> ids.add(decision.name()));
        vocabulary
                .texts()
                .forEach((field, value) -> report.unless(
                        ids.contains(value),
                        model.file(),
                        vocabulary.name() + "." + field,
                        "is \"%s\"; the model has no element, message, error, escalation or decision of this name.",
                        value));
        spoken.forEach(value -> report.unless(
                vocabulary.texts().containsValue(value),
                model.file(),
                value,
                "is not in the vocabulary %s; add a constant.",
                vocabulary.name()));
        Set<String> used = variables(models, model);
        vocabulary
                .variables()
                .keySet()
                .forEach(
                        variable -> report.unless(
                                used.contains(variable),
                                model.file(),
                                vocabulary.name() + "." + variable,
                                "is a variable the model never mentions; remove it, or show it as an answer, mapping, condition or in the task's \"variables\" property."));
        used.forEach(variable -> report.unless(
                vocabulary.variables().containsKey(variable),
                model.file(),
                variable,
                "is a variable of the model and not in the vocabulary %s; add a TypedVariable.",
                vocabulary.name()));
        outcomes(model, vocabulary, report);
    }

    private static void outcomes(ProcessModel model, Vocabulary vocabulary, Report report) {
        for (ConditionExpression condition : model.all(ConditionExpression.class)) {
            Matcher matcher = COMPARED.matcher(condition.getTextContent().strip());
            if (!matcher.matches()) {
                continue;
            }
            Class<?> type = vocabulary.variables().get(matcher.group(1));
            report.unless(
                    type == null
                            || !type.isEnum()
                            || Arrays.stream(type.getEnumConstants())
                                    .anyMatch(each ->
                                            Outcomes.text((Enum<?>) each).equals(matcher.group(2))),
                    model.file(),
                    matcher.group(1),
                    "is compared with '%s', which %s does not know.",
                    matcher.group(2),
                    type == null ? "nobody" : type.getSimpleName());
        }
    }

    /** The words a model exchanges with others: messages, errors, escalations. */
    private static Set<String> spoken(ProcessModel model) {
        Set<String> spoken = new TreeSet<>();
        Stream.of(
                        model.all(Message.class).stream().map(Message::getName),
                        model.all(Error.class).stream().map(Error::getErrorCode),
                        model.all(Escalation.class).stream().map(Escalation::getEscalationCode))
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .forEach(spoken::add);
        return spoken;
    }

    /** Every variable a model mentions. */
    private static Set<String> variables(Models models, ProcessModel model) {
        Set<String> found = new TreeSet<>();
        expressions(model.bpmn().getDefinitions().getDomElement(), found);
        for (FlowNode node : model.nodes()) {
            Stream.of("answers", "variables")
                    .flatMap(property -> ProcessModel.property(node, property).stream())
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(found::add);
            String initiator = ProcessModel.camunda(node, "initiator");
            if (initiator != null) {
                found.add(initiator);
            }
        }
        model.all(ConditionExpression.class).forEach(condition -> compared(condition.getTextContent(), found));
        for (CallActivity call : model.all(CallActivity.class)) {
            ProcessModel.extensions(call, "in").forEach(in -> add(in.getAttributeValue("source"), found));
            ProcessModel.extensions(call, "out").forEach(out -> add(out.getAttributeValue("target"), found));
        }
        // What callers hand in and take out is as much a part of this model as what it compares.
        for (ProcessModel caller : models.processes()) {
            for (CallActivity call : caller.all(CallActivity.class)) {
                if (model.name().equals(call.getCalledElement())) {
                    ProcessModel.extensions(call, "in").forEach(in -> add(in.getAttributeValue("target"), found));
                    ProcessModel.extensions(call, "out").forEach(out -> add(out.getAttributeValue("source"), found));
                }
            }
        }
        for (MultiInstanceLoopCharacteristics loop : model.all(MultiInstanceLoopCharacteristics.class)) {
            add(loop.getCamundaCollection(), found);
            add(loop.getCamundaElementVariable(), found);
        }
        for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
            add(task.getCamundaResultVariable(), found);
        }
        return found;
    }

    private static void compared(String condition, Set<String> found) {
        Matcher matcher =
                Pattern.compile("\\$\\{\\s*([a-z][A-Za-z0-9]*)\\s*[=!<>]").matcher(condition);
        if (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static void expressions(DomElement element, Set<String> found) {
        if (element.getChildElements().isEmpty()) {
            EXPRESSION.matcher(element.getTextContent()).results().forEach(hit -> found.add(hit.group(1)));
        }
        for (String attribute :
                new String[] {"assignee", "candidateGroups", "dueDate", "followUpDate", "priority", "name"}) {
            String value = element.getAttribute(ProcessModel.CAMUNDA, attribute);
            String text = value == null ? element.getAttribute(attribute) : value;
            if (text != null) {
                EXPRESSION.matcher(text).results().forEach(hit -> found.add(hit.group(1)));
            }
        }
        element.getChildElements().forEach(child -> expressions(child, found));
    }

    private static void add(String variable, Set<String> found) {
        if (variable != null && Names.LOWER_CAMEL.matcher(variable).matches()) {
            found.add(variable);
        } else if (variable != null) {
            EXPRESSION.matcher(variable).results().forEach(hit -> found.add(hit.group(1)));
        }
    }

    private static Vocabulary read(JavaClass type) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Class<?>> variables = new TreeMap<>();
        try {
            Class<?> loaded = Class.forName(type.getName());
            for (Field field : loaded.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(null);
                if (value instanceof TypedVariable<?> variable) {
                    variables.put(variable.name(), variable.type());
                } else if (value instanceof String text) {
                    texts.put(field.getName(), text);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + type.getName(), e);
        }
        return new Vocabulary(type.getSimpleName(), texts, variables);
    }
}
