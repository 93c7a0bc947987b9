package dev.vesper.adapters.processes;

import dev.vesper.desk.run.ProcessVariable;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Whether the flow always goes on: one step after another, to an end, by answers that are told before they are asked for. */
final class FlowRules {
    private final KnownWork known;

    FlowRules(KnownWork known) {
        this.known = known;
    }

    void check(ProcessFile file) {
        var process = file.process();
        for (var flow : file.model().getModelElementsByType(SequenceFlow.class)) {
            ends(file, flow);
        }
        scope(file, process);
        for (var inner : file.model().getModelElementsByType(SubProcess.class)) {
            scope(file, inner);
        }
        for (var flow : file.model().getModelElementsByType(SequenceFlow.class)) {
            condition(file, process, flow);
        }
    }

    private static void ends(ProcessFile file, SequenceFlow flow) {
        var scope = flow.getParentElement();
        if (flow.getSource() == null
                || flow.getTarget() == null
                || !scope.equals(flow.getSource().getParentElement())
                || !scope.equals(flow.getTarget().getParentElement())) {
            throw file.refused(
                    flow,
                    "Expected " + flow.getId() + " to lead from one step to another of the same"
                            + " process or sub-process, but it does not");
        }
    }

    private static void scope(ProcessFile file, ModelElementInstance scope) {
        var starts = Steps.starts(scope);
        if (starts.isEmpty()) {
            throw file.refused(
                    scope.getAttributeValue("id"),
                    "Expected a start event in " + scope.getAttributeValue("id") + ", but there is none");
        }
        var reached = reached(starts, _ -> false);
        for (var node : Steps.in(scope)) {
            if (reached(Steps.after(node), _ -> false).contains(node)) {
                throw file.refused(
                        node,
                        "Expected a flow that goes on, but from " + node.getId() + " it leads back to " + node.getId()
                                + "; tasks and stages would answer as they did before, again and again");
            }
            if (!reached.contains(node)) {
                throw file.refused(
                        node,
                        "Expected a path to every step, but none leads to " + node.getId()
                                + "; maybe a sequence flow is missing");
            }
            int ways = Steps.out(node).size();
            if (node instanceof ExclusiveGateway gateway) {
                gateway(file, gateway, ways);
            } else if (!(node instanceof EndEvent || node instanceof ParallelGateway) && ways != 1) {
                throw file.refused(
                        node,
                        "Expected one way on from " + node.getId() + ", but there are " + ways
                                + "; maybe an end event is missing, or an exclusive gateway: paths beside each other"
                                + " are not served");
            }
        }
    }

    private static void gateway(ProcessFile file, ExclusiveGateway gateway, int ways) {
        if (ways == 0 || (ways > 1 && gateway.getDefault() == null)) {
            throw file.refused(
                    gateway,
                    "Expected a default flow out of " + gateway.getId() + ", but there is none; an answer that no"
                            + " condition names would stop the day");
        }
        for (var flow : Steps.out(gateway)) {
            boolean isDefault = flow.equals(gateway.getDefault());
            if (ways > 1 && isDefault == Condition.isOn(flow)) {
                throw file.refused(
                        flow,
                        isDefault
                                ? "Expected no condition on the default flow " + flow.getId() + ", but there is one"
                                : "Expected a condition on " + flow.getId() + ", but there is none");
            }
        }
    }

    private void condition(ProcessFile file, Process process, SequenceFlow flow) {
        if (!Condition.isOn(flow)) {
            return;
        }
        if (!(flow.getSource() instanceof ExclusiveGateway gateway)
                || Steps.out(gateway).size() < 2) {
            throw file.refused(
                    flow,
                    "Expected conditions after an exclusive gateway, but " + flow.getId()
                            + " has one, which nobody asks");
        }
        var asked = Condition.of(flow)
                .orElseThrow(() -> file.refused(
                        flow,
                        "Expected a condition like =decision = \"approve\", but " + flow.getId() + " asks "
                                + flow.getConditionExpression().getTextContent().strip()));
        var told = known.told().stream()
                .filter(one -> one.variable().name().equals(asked.variable()))
                .findFirst()
                .orElseThrow(() -> file.refused(
                        flow,
                        "Expected a variable that somebody tells, but nobody tells " + asked.variable() + ", which "
                                + flow.getId() + " asks for; known: " + variables()));
        var words = told.variable().written();
        if (!words.contains(asked.word())) {
            throw file.refused(
                    flow,
                    "Expected a word that " + asked.variable() + " may say, but " + flow.getId() + " waits for \""
                            + asked.word() + "\"; known: " + String.join(", ", words));
        }
        Predicate<FlowNode> tells = told.by()
                .<Predicate<FlowNode>>map(stage -> node -> TaskRules.job(node).equals(stage.job()))
                .orElse(node -> node instanceof UserTask || told.jobs().contains(TaskRules.job(node)));
        var untold = new ArrayList<>(Steps.starts(process));
        if (told.by().isEmpty()) {
            // beside each other several people told it: nobody knows whose word is there
            Steps.in(process).stream()
                    .filter(node -> node instanceof ParallelGateway
                            && Steps.before(node).size() > 1)
                    .forEach(untold::add);
        }
        if (reached(untold, tells).contains(gateway)) {
            throw file.refused(
                    flow,
                    "Expected " + asked.variable() + " to be told on every path to " + gateway.getId()
                            + ", but on one it is not; it is told by "
                            + told.by().map(Object::toString).orElse("user tasks") + ", in the same process");
        }
    }

    /** Every step on a path from the starts, into sub-processes and out of boundary events; not beyond where it stops. */
    private static Set<FlowNode> reached(List<FlowNode> starts, Predicate<FlowNode> stops) {
        var reached = new HashSet<FlowNode>();
        var next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            var node = next.pop();
            if (!reached.add(node)) {
                continue;
            }
            next.addAll(Steps.besides(node)); // before it is done: also where it stops
            if (stops.test(node)) {
                continue;
            }
            if (node instanceof SubProcess inner) {
                next.addAll(Steps.starts(inner));
            } else if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess outer) {
                if (!Steps.throwsRefusal(node)) {
                    next.addAll(Steps.after(outer));
                }
            } else {
                next.addAll(Steps.after(node));
            }
        }
        return reached;
    }

    private String variables() {
        return known.told().stream()
                .map(KnownWork.Told::variable)
                .map(ProcessVariable::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
