package dev.vesper.adapters.processes;

import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.diagram.DrawProcesses;
import dev.vesper.desk.diagram.DrawnElement;
import dev.vesper.desk.diagram.DrawnFlow;
import dev.vesper.desk.diagram.DrawnFlow.Turn;
import dev.vesper.desk.diagram.DrawnProcess;
import dev.vesper.desk.diagram.Part;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.StageName;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Reads process files for their diagrams. What a run began with is drawn whatever it asks for, also where this program would
 * not serve it any more.
 */
public final class DrawnFiles implements DrawProcesses {
    private static final Set<String> YES = Set.of("approve", "approved", "passed");
    private static final Set<String> NO = Set.of("reject", "rejected", "blocked");

    private final Map<String, StageName> stages = new LinkedHashMap<>();

    /** @param known the stages by whose jobs the elements are told apart */
    public DrawnFiles(KnownWork known) {
        known.stages().forEach(stage -> stages.put(stage.job(), stage));
    }

    @Override
    public List<DrawnProcess> draw(FileSet files) {
        Map<String, String> versions = files.versions();
        Map<String, DrawnProcess> drawn = new LinkedHashMap<>();
        files.files().forEach((name, bytes) -> {
            DrawnProcess process = draw(ProcessFile.parse(name, bytes), versions.getOrDefault(name, ""));
            drawn.put(process.id(), process);
        });
        return inOrder(drawn);
    }

    /** The day first, then what it calls in the order of the calls, then whatever is left. */
    private static List<DrawnProcess> inOrder(Map<String, DrawnProcess> drawn) {
        List<DrawnProcess> ordered = new ArrayList<>();
        Deque<String> next = new ArrayDeque<>(List.of(Words.DAY_PROCESS));
        while (!next.isEmpty()) {
            DrawnProcess process = drawn.remove(next.poll());
            if (process != null) {
                ordered.add(process);
                process.elements().forEach(element -> {
                    if (element.part() instanceof Part.Calls(String called)) {
                        next.add(called);
                    }
                });
            }
        }
        ordered.addAll(drawn.values().stream()
                .sorted(Comparator.comparing(DrawnProcess::id))
                .toList());
        return ordered;
    }

    private DrawnProcess draw(ProcessFile file, String version) {
        var process = file.process();
        var elements = file.model().getModelElementsByType(FlowNode.class).stream()
                .map(node -> element(process.getId(), node))
                .toList();
        var flows = file.model().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .map(DrawnFiles::flow)
                .toList();
        return new DrawnProcess(
                process.getId(),
                named(process.getName(), process.getId()),
                version,
                new String(file.bytes(), StandardCharsets.UTF_8),
                elements,
                flows);
    }

    private DrawnElement element(String process, FlowNode node) {
        ModelElementInstance scope = node.getParentElement();
        String in = scope instanceof SubProcess inner ? inner.getId() : process;
        return new DrawnElement(process, node.getId(), named(node.getName(), node.getId()), in, part(node));
    }

    private static String named(String name, String id) {
        return name == null || name.isBlank() ? id : name.strip();
    }

    private Part part(FlowNode node) {
        return switch (node) {
            case ServiceTask _ -> service(node);
            case UserTask task -> user(task);
            case CallActivity call -> called(call);
            case SubProcess _ -> new Part.Holds();
            case StartEvent _ -> new Part.Starts();
            case EndEvent end -> new Part.Finishes(Steps.throwsRefusal(end));
            case ExclusiveGateway _ -> new Part.Chooses();
            case BoundaryEvent event -> beside(event);
            default -> new Part.Passes();
        };
    }

    private Part service(FlowNode node) {
        String job = TaskRules.job(node);
        StageName stage = stages.get(job);
        if (stage != null) {
            return new Part.Works(stage);
        }
        return switch (job) {
            case Words.BEGIN_DAY -> new Part.Begins();
            case Words.END_DAY ->
                new Part.Ends(
                        header(node, Words.OUTCOME).filter("refused"::equals).isPresent());
            default -> new Part.Reminds();
        };
    }

    private static Part user(UserTask task) {
        Optional<Integer> step = header(task, Words.APPROVAL)
                .filter(number -> number.matches("[1-9][0-9]?"))
                .map(Integer::valueOf);
        if (step.isPresent()) {
            var assigned = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
            return new Part.Approves(step.get(), assigned == null || assigned.getCandidateGroups() == null);
        }
        Optional<TaskKind> kind = header(task, Words.TASK)
                .flatMap(word -> List.of(TaskKind.values()).stream()
                        .filter(known -> known.word().equals(word))
                        .findFirst());
        return kind.<Part>map(Part.Asks::new).orElse(new Part.Reminds());
    }

    private static Part called(CallActivity call) {
        var element = call.getSingleExtensionElement(ZeebeCalledElement.class);
        String process = element == null ? null : element.getProcessId();
        return process == null ? new Part.Passes() : new Part.Calls(process);
    }

    private static Part beside(BoundaryEvent event) {
        boolean refusal = Steps.definitions(event).stream().anyMatch(ErrorEventDefinition.class::isInstance);
        return refusal && event.getAttachedTo() != null
                ? new Part.Catches(event.getAttachedTo().getId())
                : new Part.Reminds();
    }

    static Optional<String> header(FlowNode task, String key) {
        var all = task.getSingleExtensionElement(ZeebeTaskHeaders.class);
        return all == null
                ? Optional.empty()
                : all.getHeaders().stream()
                        .filter(header -> key.equals(header.getKey()))
                        .map(header -> String.valueOf(header.getValue()))
                        .findFirst();
    }

    private static DrawnFlow flow(SequenceFlow flow) {
        return new DrawnFlow(
                flow.getId(), flow.getSource().getId(), flow.getTarget().getId(), turn(flow));
    }

    /** By the word that the flow asks for; of the way that is taken otherwise, the opposite of what the others ask for. */
    private static Turn turn(SequenceFlow flow) {
        Optional<Turn> asked = asked(flow);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (!(flow.getSource() instanceof ExclusiveGateway gateway) || !flow.equals(gateway.getDefault())) {
            return Turn.PLAIN;
        }
        var others = Steps.out(gateway).stream()
                .filter(other -> !Objects.equals(other.getId(), flow.getId()))
                .flatMap(other -> asked(other).stream())
                .toList();
        if (others.contains(Turn.YES)) {
            return Turn.NO;
        }
        return others.contains(Turn.NO) ? Turn.YES : Turn.PLAIN;
    }

    private static Optional<Turn> asked(SequenceFlow flow) {
        return Condition.of(flow).map(Condition::word).flatMap(word -> {
            if (YES.contains(word)) {
                return Optional.of(Turn.YES);
            }
            return NO.contains(word) ? Optional.of(Turn.NO) : Optional.empty();
        });
    }
}
