package dev.vesper.adapters.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The drawing in a BPMN file, as geometry. */
final class ProcessLayout {
    /** A drawn element; boundary events and the frame of a subprocess may lie on others. */
    record Shape(String element, Rectangle2D bounds, boolean mayOverlap) {}

    record Segment(String flow, Line2D line) {}

    private ProcessLayout() {}

    static List<Shape> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> {
                    var b = shape.getBounds();
                    var element = shape.getBpmnElement();
                    return new Shape(
                            element.getId(),
                            new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight()),
                            element instanceof BoundaryEvent || element instanceof SubProcess);
                })
                .toList();
    }

    static List<Segment> segments(BpmnModelInstance model) {
        var segments = new ArrayList<Segment>();
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                var a = points.get(i - 1);
                var b = points.get(i);
                segments.add(new Segment(
                        edge.getBpmnElement().getId(), new Line2D.Double(a.getX(), a.getY(), b.getX(), b.getY())));
            }
        }
        return segments;
    }
}
