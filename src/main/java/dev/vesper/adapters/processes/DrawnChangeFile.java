package dev.vesper.adapters.processes;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.workbench.way.DrawnChange;
import dev.vesper.desk.workbench.way.DrawnChange.Kind;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the process by which rules change, for its diagram. */
public final class DrawnChangeFile {
    private DrawnChangeFile() {}

    /** Of a folder of processes; empty where it has none, or one that cannot be read. */
    public static Optional<DrawnChange> of(Path folder) {
        Path file = folder.resolve(ProcessFiles.CHANGE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(ProcessFile.parse(ProcessFiles.CHANGE, TextFile.bytes(file, ProcessFiles.CHANGE))));
        } catch (Problem unreadable) { // whoever deploys it says why
            return Optional.empty();
        }
    }

    private static DrawnChange of(ProcessFile file) {
        var process = file.process();
        return new DrawnChange(
                process.getId(),
                named(process.getName(), process.getId()),
                Sha256.shortOf(file.bytes()),
                new String(file.bytes(), StandardCharsets.UTF_8),
                file.model().getModelElementsByType(FlowNode.class).stream()
                        .map(node ->
                                new DrawnChange.Step(node.getId(), named(node.getName(), node.getId()), kind(node)))
                        .toList(),
                file.model().getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                        .map(flow -> new DrawnChange.Flow(
                                flow.getId(),
                                flow.getSource().getId(),
                                flow.getTarget().getId(),
                                Condition.of(flow).map(Condition::word).orElse("")))
                        .toList());
    }

    private static String named(String name, String id) {
        return name == null || name.isBlank() ? id : name.strip();
    }

    private static Kind kind(FlowNode node) {
        return switch (node) {
            case StartEvent _ -> Kind.STARTS;
            case EndEvent _ -> Kind.ENDS;
            case UserTask _ -> Kind.CHECKS;
            case ServiceTask _ ->
                switch (TaskRules.job(node)) {
                    case Words.ACTIVATE_RULES -> Kind.ACTIVATES;
                    case Words.EXPIRE_PROPOSAL -> Kind.EXPIRES;
                    default -> Kind.PASSES;
                };
            case ExclusiveGateway _ -> Kind.CHOOSES;
            case BoundaryEvent _ -> Kind.RINGS;
            case IntermediateCatchEvent _ -> Kind.WAITS;
            default -> Kind.PASSES;
        };
    }
}
