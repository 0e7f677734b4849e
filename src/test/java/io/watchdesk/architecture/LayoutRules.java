package io.watchdesk.architecture;

import io.watchdesk.architecture.Picture.Box;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A model is read as a picture: complete, on one screen, from left to right, nothing on top of anything else. */
final class LayoutRules {

    private static final double WIDTH = 2200;
    private static final double HEIGHT = 1100;

    private LayoutRules() {}

    static void everythingIsDrawn(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Picture picture = Picture.of(model);
            Map<String, Box> boxes = picture.shapes();
            Map<String, List<Waypoint>> lines = picture.lines();
            model.nodes()
                    .forEach(node -> report.unless(
                            boxes.containsKey(node.getId()),
                            model.file(),
                            node.getId(),
                            "is not drawn; it has no BPMNShape."));
            for (SequenceFlow flow : model.all(SequenceFlow.class)) {
                List<Waypoint> line = lines.getOrDefault(flow.getId(), List.of());
                if (line.size() < 2) {
                    report.breach(model.file(), flow.getId(), "is not drawn; it has no BPMNEdge with two waypoints.");
                    continue;
                }
                Box source = boxes.get(flow.getSource().getId());
                Box target = boxes.get(flow.getTarget().getId());
                report.unless(
                        source == null || source.touches(line.get(0)),
                        model.file(),
                        flow.getId(),
                        "does not begin at %s in the picture.",
                        flow.getSource().getId());
                report.unless(
                        target == null || target.touches(line.get(line.size() - 1)),
                        model.file(),
                        flow.getId(),
                        "does not end at %s in the picture.",
                        flow.getTarget().getId());
            }
        }
    }

    static void onOneScreen(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Collection<Box> boxes = Picture.of(model).shapes().values();
            double width = boxes.stream().mapToDouble(Box::right).max().orElse(0)
                    - boxes.stream().mapToDouble(Box::left).min().orElse(0);
            double height = boxes.stream().mapToDouble(Box::bottom).max().orElse(0)
                    - boxes.stream().mapToDouble(Box::top).min().orElse(0);
            report.unless(
                    width <= WIDTH && height <= HEIGHT,
                    model.file(),
                    "picture",
                    "is %.0f x %.0f; one screen is %.0f x %.0f, so move a part into a process of its own.",
                    width,
                    height,
                    WIDTH,
                    HEIGHT);
        }
    }

    static void nothingLiesOnAnythingElse(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Picture picture = Picture.of(model);
            Map<String, Box> boxes = picture.shapes();
            List<FlowNode> nodes = model.nodes().stream()
                    .filter(node -> boxes.containsKey(node.getId()))
                    .toList();
            for (FlowNode one : nodes) {
                for (FlowNode other : nodes) {
                    if (one.getId().compareTo(other.getId()) < 0
                            && one.getParentElement().equals(other.getParentElement())
                            && !attached(one, other)) {
                        report.unless(
                                !boxes.get(one.getId()).overlaps(boxes.get(other.getId())),
                                model.file(),
                                one.getId(),
                                "lies on %s.",
                                other.getId());
                    }
                }
            }
            for (SequenceFlow flow : model.all(SequenceFlow.class)) {
                crossesNoShape(model, flow, nodes, picture, report);
            }
        }
    }

    private static void crossesNoShape(
            ProcessModel model, SequenceFlow flow, List<FlowNode> nodes, Picture picture, Report report) {
        for (FlowNode node : nodes) {
            boolean stranger = !node.equals(flow.getSource())
                    && !node.equals(flow.getTarget())
                    && !attached(node, flow.getSource())
                    && !contains(node, flow);
            report.unless(
                    !stranger
                            || picture.segments(flow.getId()).stream()
                                    .noneMatch(picture.shapes().get(node.getId())::overlaps),
                    model.file(),
                    flow.getId(),
                    "runs through %s; lead it around.",
                    node.getId());
        }
    }

    static void linesAreStraight(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Picture.of(model).lines().forEach((flow, line) -> {
                for (int i = 1; i < line.size(); i++) {
                    Waypoint from = line.get(i - 1);
                    Waypoint to = line.get(i);
                    report.unless(
                            Math.abs(from.getX() - to.getX()) < 1 || Math.abs(from.getY() - to.getY()) < 1,
                            model.file(),
                            flow,
                            "has a slanted line from (%.0f, %.0f) to (%.0f, %.0f); draw it horizontally or vertically.",
                            from.getX(),
                            from.getY(),
                            to.getX(),
                            to.getY());
                }
            });
        }
    }

    static void timeRunsFromLeftToRight(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Map<String, Box> boxes = Picture.of(model).shapes();
            for (SequenceFlow flow : model.all(SequenceFlow.class)) {
                Box source = boxes.get(flow.getSource().getId());
                Box target = boxes.get(flow.getTarget().getId());
                report.unless(
                        source == null
                                || target == null
                                || target.right() > source.left()
                                || reaches(flow.getTarget(), flow.getSource()),
                        model.file(),
                        flow.getId(),
                        "runs backwards although it closes no loop; place %s to the right of %s.",
                        flow.getTarget().getId(),
                        flow.getSource().getId());
            }
        }
    }

    static void labelsCanBeRead(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            Picture picture = Picture.of(model);
            picture.labels().forEach((element, label) -> {
                Box text = label.without(1);
                model.nodes().stream()
                        .filter(node -> picture.shapes().containsKey(node.getId()))
                        .filter(node -> !(node instanceof SubProcess))
                        .filter(node -> picture.covers(text, node))
                        .forEach(node -> report.breach(
                                model.file(), element, "has its label on %s; move the label.", node.getId()));
                picture.lines().keySet().stream()
                        .filter(flow -> picture.segments(flow).stream().anyMatch(text::overlaps))
                        .forEach(flow -> report.breach(
                                model.file(), element, "has its label on the line of %s; move it.", flow));
                picture.labels()
                        .forEach((other, text2) -> report.unless(
                                element.compareTo(other) >= 0 || !text.overlaps(text2.without(1)),
                                model.file(),
                                element,
                                "has its label on the label of %s; move one of them.",
                                other));
            });
        }
    }

    private static boolean reaches(FlowNode from, FlowNode wanted) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (node.equals(wanted)) {
                return true;
            }
            if (seen.add(node)) {
                node.getOutgoing().forEach(flow -> next.push(flow.getTarget()));
                boundaryEvents(node).forEach(next::push);
            }
        }
        return false;
    }

    private static List<BoundaryEvent> boundaryEvents(FlowNode node) {
        return node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .toList();
    }

    private static boolean attached(FlowNode one, FlowNode other) {
        return one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent event2
                        && event2.getAttachedTo().equals(one);
    }

    private static boolean contains(FlowNode node, ModelElementInstance element) {
        for (ModelElementInstance parent = element.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(node)) {
                return true;
            }
        }
        return false;
    }
}
