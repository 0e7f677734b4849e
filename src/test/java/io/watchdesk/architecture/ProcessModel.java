package io.watchdesk.architecture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One {@code .bpmn} file with the questions the rules ask of it. */
record ProcessModel(Path path, BpmnModelInstance bpmn) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static ProcessModel read(Path path) {
        return new ProcessModel(path, Bpmn.readModelFromFile(path.toFile()));
    }

    String file() {
        return path.getFileName().toString();
    }

    String name() {
        return file().replaceFirst("\\.bpmn$", "");
    }

    String folder() {
        return path.getParent().getFileName().toString();
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    /** An attribute of Camunda's namespace, or null. */
    static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    /** The value of an extension property, present even when the value is empty. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .findFirst()
                .map(property -> property.getCamundaValue() == null ? "" : property.getCamundaValue());
    }

    /** Which variables a completion or start may write; empty when nothing is declared. */
    static Optional<List<String>> answers(BaseElement element) {
        return property(element, "answers")
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(answer -> !answer.isEmpty())
                        .toList());
    }

    /** User tasks and the start events of the process itself: where people's answers come in. */
    List<FlowNode> doors() {
        return nodes().stream()
                .filter(node -> node instanceof UserTask
                        || node instanceof StartEvent && node.getParentElement() instanceof Process)
                .toList();
    }

    /** The child elements of Camunda's namespace with this local name, anywhere in the extension of an element. */
    static List<ModelElementInstance> extensions(BaseElement element, String localName) {
        if (element.getExtensionElements() == null) {
            return List.of();
        }
        return element.getExtensionElements().getElements().stream()
                .filter(extension -> extension.getElementType().getTypeName().equals(localName)
                        && extension.getElementType().getTypeNamespace().equals(CAMUNDA))
                .toList();
    }
}
