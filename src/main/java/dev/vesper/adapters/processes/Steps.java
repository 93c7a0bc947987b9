package dev.vesper.adapters.processes;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How the steps of a process, or of a sub-process, hang together. */
final class Steps {
    private Steps() {}

    /** The steps directly in a process or sub-process. */
    static List<FlowNode> in(ModelElementInstance scope) {
        return scope.getChildElementsByType(FlowNode.class).stream().toList();
    }

    static List<FlowNode> starts(ModelElementInstance scope) {
        return in(scope).stream().filter(StartEvent.class::isInstance).toList();
    }

    /** The flows out of a step by what the flows say, as the engine reads them, whatever the step lists. */
    static List<SequenceFlow> out(FlowNode node) {
        return flows(node).filter(flow -> node.equals(flow.getSource())).toList();
    }

    static List<FlowNode> after(FlowNode node) {
        return out(node).stream().map(SequenceFlow::getTarget).toList();
    }

    /** The flows into a step. */
    static List<SequenceFlow> into(FlowNode node) {
        return flows(node).filter(flow -> node.equals(flow.getTarget())).toList();
    }

    static List<FlowNode> before(FlowNode node) {
        return into(node).stream().map(SequenceFlow::getSource).toList();
    }

    private static Stream<SequenceFlow> flows(FlowNode node) {
        return node.getParentElement().getChildElementsByType(SequenceFlow.class).stream();
    }

    /** The events that leave an activity by its side. */
    static List<BoundaryEvent> besides(FlowNode node) {
        return node instanceof Activity
                ? in(node.getParentElement()).stream()
                        .filter(BoundaryEvent.class::isInstance)
                        .map(BoundaryEvent.class::cast)
                        .filter(event -> node.equals(event.getAttachedTo()))
                        .toList()
                : List.of();
    }

    static Collection<EventDefinition> definitions(Event event) {
        return event.getChildElementsByType(EventDefinition.class);
    }

    /** Whether a refusal that happens in this activity goes on by its side. */
    static boolean catchesRefusals(FlowNode node) {
        return besides(node).stream()
                .anyMatch(event -> definitions(event).stream().anyMatch(ErrorEventDefinition.class::isInstance));
    }

    static boolean throwsRefusal(FlowNode node) {
        return node instanceof EndEvent end && !definitions(end).isEmpty();
    }
}
