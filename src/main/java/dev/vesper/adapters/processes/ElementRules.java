package dev.vesper.adapters.processes;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** What may stand in a process file at all. The engine knows more of BPMN than the day does: what is not here waits for ever. */
final class ElementRules {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    /** What happens; the rest of {@link #ELEMENTS} hangs on these or is only drawn. */
    private static final Set<String> STEPS = new TreeSet<>(Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "serviceTask",
            "userTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "sequenceFlow"));

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "conditionExpression",
            "timerEventDefinition",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "errorEventDefinition",
            "error",
            "messageEventDefinition",
            "message",
            // drawn only
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "collaboration",
            "participant",
            "laneSet",
            "childLaneSet",
            "lane",
            "flowNodeRef");

    private static final Set<String> EXTENSIONS =
            new TreeSet<>(Set.of("taskDefinition", "taskHeaders", "header", "calledElement", "assignmentDefinition"));

    private final ProcessFile file;

    private ElementRules(ProcessFile file) {
        this.file = file;
    }

    static void check(ProcessFile file) {
        new ElementRules(file).check(file.model().getDocument().getRootElement(), null);
    }

    private void check(DomElement element, @Nullable String owner) {
        var id = element.getAttribute("id");
        var at = id == null ? owner : id;
        var word = element.getLocalName();
        if (BPMN.equals(element.getNamespaceURI())) {
            if (!STEPS.contains(word) && !ELEMENTS.contains(word)) {
                throw file.refused(
                        at,
                        "Expected what the day knows, but " + at + " has a " + word + ", which nobody serves; known: "
                                + String.join(", ", STEPS));
            }
            if ("true".equals(element.getAttribute("triggeredByEvent"))) {
                throw file.refused(
                        at, "Expected a sub-process that the flow enters, but " + at + " waits for an event");
            }
        } else if (ZEEBE.equals(element.getNamespaceURI()) && !EXTENSIONS.contains(word)) {
            throw file.refused(at, extension(String.valueOf(at), word));
        }
        for (var child : element.getChildElements()) {
            check(child, at);
        }
    }

    private static String extension(String at, String word) {
        var known = "; known: " + String.join(", ", EXTENSIONS);
        return switch (word) {
            case "userTask" ->
                "Expected a user task that is a job, but " + at
                        + " has zeebe:userTask, which waits for another program's task list; maybe remove that element";
            case "ioMapping", "input", "output" ->
                "Expected variables as the stages and tasks tell them, but " + at + " maps them itself (zeebe:" + word
                        + ")" + known;
            default ->
                "Expected what the workers read, but " + at + " has zeebe:" + word + ", which nobody reads" + known;
        };
    }
}
