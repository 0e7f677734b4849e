package io.watchdesk.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * What is drawn of a model, by element id.
 *
 * @param shapes where the elements are
 * @param lines where the flows run
 * @param labels where the texts beside elements and flows are, as the viewer of Camunda's pages sets them
 */
record Picture(Map<String, Box> shapes, Map<String, List<Waypoint>> lines, Map<String, Box> labels) {

    private static final double HAND = 2;
    private static final double CHARACTER = 5.5;
    private static final double LINE = 13;
    private static final double DEFAULT_LABEL_WIDTH = 90;

    /** A rectangle of the picture, in pixels. */
    record Box(double left, double top, double right, double bottom) {

        static Box of(Bounds bounds) {
            return new Box(
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        /** A line as a box of one hand's breadth. */
        static Box of(Waypoint from, Waypoint to) {
            return new Box(
                    Math.min(from.getX(), to.getX()) - HAND,
                    Math.min(from.getY(), to.getY()) - HAND,
                    Math.max(from.getX(), to.getX()) + HAND,
                    Math.max(from.getY(), to.getY()) + HAND);
        }

        Box without(double margin) {
            return new Box(left + margin, top + margin, right - margin, bottom - margin);
        }

        boolean overlaps(Box other) {
            return left < other.right - HAND
                    && other.left < right - HAND
                    && top < other.bottom - HAND
                    && other.top < bottom - HAND;
        }

        boolean touches(Waypoint point) {
            return point.getX() >= left - HAND
                    && point.getX() <= right + HAND
                    && point.getY() >= top - HAND
                    && point.getY() <= bottom + HAND;
        }
    }

    static Picture of(ProcessModel model) {
        Picture picture = new Picture(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (BpmnShape shape : model.all(BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            if (element != null) {
                Box box = Box.of(shape.getBounds());
                picture.shapes.put(element.getId(), box);
                if (!(element instanceof Activity)) {
                    picture.label(element, shape.getBpmnLabel(), box);
                }
            }
        }
        for (BpmnEdge edge : model.all(BpmnEdge.class)) {
            BaseElement element = edge.getBpmnElement();
            if (element != null) {
                picture.lines.put(element.getId(), List.copyOf(edge.getWaypoints()));
                picture.label(element, edge.getBpmnLabel(), null);
            }
        }
        return picture;
    }

    /** The segments of a flow's line. */
    List<Box> segments(String flow) {
        List<Waypoint> line = lines.getOrDefault(flow, List.of());
        List<Box> segments = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            segments.add(Box.of(line.get(i - 1), line.get(i)));
        }
        return segments;
    }

    /** Whether a box lies on what is really painted of a shape: a diamond or a circle leaves its corners free. */
    boolean covers(Box box, BaseElement element) {
        Box shape = shapes.get(element.getId());
        if (element instanceof Activity) {
            return box.overlaps(shape);
        }
        double radius = (shape.right() - shape.left()) / 2;
        double x = distance((shape.left() + shape.right()) / 2, box.left(), box.right()) / radius;
        double y = distance((shape.top() + shape.bottom()) / 2, box.top(), box.bottom()) / radius;
        return element instanceof Gateway ? x + y < 1 : Math.hypot(x, y) < 1;
    }

    private static double distance(double point, double from, double to) {
        return Math.max(0, Math.max(from - point, point - to));
    }

    /** The viewer centres a text in the width of its label and breaks it there; without a label it goes below. */
    private void label(BaseElement element, BpmnLabel label, Box shape) {
        String text = element.getAttributeValue("name");
        if (text == null || text.isBlank() || label == null && shape == null) {
            return;
        }
        Box frame = label != null && label.getBounds() != null
                ? Box.of(label.getBounds())
                : shape == null
                        ? null
                        : new Box(
                                (shape.left() + shape.right() - DEFAULT_LABEL_WIDTH) / 2,
                                shape.bottom() + 5,
                                (shape.left() + shape.right() + DEFAULT_LABEL_WIDTH) / 2,
                                shape.bottom() + 5);
        if (frame == null) {
            return;
        }
        List<Double> widths = wrapped(text, frame.right() - frame.left());
        double width = widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double centre = (frame.left() + frame.right()) / 2;
        labels.put(
                element.getId(),
                new Box(centre - width / 2, frame.top(), centre + width / 2, frame.top() + LINE * widths.size()));
    }

    private static List<Double> wrapped(String text, double width) {
        List<Double> lines = new ArrayList<>();
        double line = -CHARACTER;
        for (String word : text.split("\\s+")) {
            double longer = line + CHARACTER * (word.length() + 1);
            if (line > 0 && longer > width) {
                lines.add(line);
                line = CHARACTER * word.length();
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
