package dev.vesper.adapters.processes;

import dev.vesper.desk.approval.ApprovalVerdict;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.StageName;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Walks every path of the day, through calls and sub-processes, and remembers how far the approval of the trades is. Orders
 * are worked only where every path has asked the settled approval, since the last proposal, and was told that the trades
 * are approved. And a refusal, wherever it comes from, is caught before it leaves the day.
 */
final class DayPaths {
    /** How far the approval is on a path. */
    private enum Approval {
        /** Trades are, or will be, proposed; nobody has settled anything. */
        OPEN,
        /** Settled, and not yet asked which way. */
        SETTLED,
        /** Asked, and approved. */
        APPROVED
    }

    /** What comes out of a process: at its ends, and at any place inside, from where an event may lead away. */
    private record Outcome(Set<Approval> ends, Set<Approval> anywhere) {}

    private final Map<String, ProcessFile> files;
    private final Set<String> jobs;
    private final Set<String> calling = new LinkedHashSet<>();

    /** @param files by process id */
    DayPaths(Map<String, ProcessFile> files, KnownWork known) {
        this.files = Map.copyOf(files);
        this.jobs = known.stages().stream().map(StageName::job).collect(Collectors.toSet());
    }

    void check(ProcessFile day) {
        process(day, EnumSet.of(Approval.OPEN));
        uncaught(day, day.process());
    }

    private Outcome process(ProcessFile file, Set<Approval> before) {
        var process = file.process();
        if (!calling.add(process.getId())) {
            throw file.refused(
                    process,
                    "Expected calls that end, but " + process.getId() + " calls itself by way of "
                            + String.join(", ", calling));
        }
        try {
            return scope(file, process, before);
        } finally {
            calling.remove(process.getId());
        }
    }

    private Outcome scope(ProcessFile file, ModelElementInstance scope, Set<Approval> before) {
        Map<FlowNode, Set<Approval>> at = new HashMap<>();
        var ends = EnumSet.noneOf(Approval.class);
        var anywhere = EnumSet.copyOf(before);
        var next = new ArrayDeque<FlowNode>();
        Steps.starts(scope).forEach(start -> arrive(start, before, at, next));
        while (!next.isEmpty()) {
            var node = next.pop();
            var here = EnumSet.copyOf(at.get(node));
            var done = step(file, node, here);
            anywhere.addAll(done.anywhere());
            for (var event : Steps.besides(node)) {
                if (event.cancelActivity()) { // one that does not may only remind
                    arrive(event, done.anywhere(), at, next);
                }
            }
            if (node instanceof EndEvent) {
                if (!Steps.throwsRefusal(node)) {
                    ends.addAll(here);
                }
            } else if (!done.ends().isEmpty()) {
                for (var flow : Steps.out(node)) {
                    arrive(flow.getTarget(), along(flow, done.ends()), at, next);
                }
            }
        }
        return new Outcome(ends, anywhere);
    }

    private static void arrive(
            FlowNode node, Collection<Approval> with, Map<FlowNode, Set<Approval>> at, ArrayDeque<FlowNode> next) {
        var known = at.computeIfAbsent(node, _ -> EnumSet.noneOf(Approval.class));
        if (known.addAll(with)) {
            next.add(node);
        }
    }

    private Outcome step(ProcessFile file, FlowNode node, EnumSet<Approval> here) {
        return switch (node) {
            case SubProcess inner -> scope(file, inner, here);
            case CallActivity call -> process(called(call), here);
            default -> {
                var after = after(file, node, here);
                var anywhere = EnumSet.copyOf(here);
                anywhere.addAll(after);
                yield new Outcome(after, anywhere);
            }
        };
    }

    /** The file of a call; it is there, or TaskRules would have said so. */
    private ProcessFile called(CallActivity call) {
        var id = call.getSingleExtensionElement(ZeebeCalledElement.class).getProcessId();
        return Objects.requireNonNull(files.get(id), () -> "Expected the process " + id + ", but it is not there");
    }

    private static Set<Approval> after(ProcessFile file, FlowNode node, Set<Approval> here) {
        var job = TaskRules.job(node);
        if (job.equals(WorkOrders.NAME.job()) && !here.equals(EnumSet.of(Approval.APPROVED))) {
            throw file.refused(
                    node,
                    "Expected every path from the proposal to " + node.getId() + " to pass the settled approval"
                            + " (a task of type " + SettleApproval.NAME + ", then a gateway that asks =" + approval()
                            + "), but on one it does not; orders that nobody approved would be worked");
        }
        if (job.equals(SettleApproval.NAME.job())) {
            return EnumSet.of(Approval.SETTLED);
        }
        return job.equals(Rebalance.NAME.job()) || job.equals(WorkOrders.NAME.job())
                ? EnumSet.of(Approval.OPEN) // a new proposal, or an approval that is used
                : here;
    }

    private static Set<Approval> along(SequenceFlow flow, Set<Approval> before) {
        boolean approved = Condition.of(flow)
                .filter(asked -> asked.variable().equals(SettleApproval.APPROVAL.name())
                        && asked.word().equals(ProcessVariable.written(ApprovalVerdict.APPROVED)))
                .isPresent();
        var after = EnumSet.copyOf(before);
        if (approved && after.remove(Approval.SETTLED)) {
            after.add(Approval.APPROVED);
        }
        return after;
    }

    private static String approval() {
        return SettleApproval.APPROVAL.name() + " = \"" + ProcessVariable.written(ApprovalVerdict.APPROVED) + "\"";
    }

    /** Whether a refusal may leave a scope; of the day it must not. */
    private boolean uncaught(ProcessFile file, ModelElementInstance scope) {
        boolean leaves = false;
        for (var node : Steps.in(scope)) {
            boolean refuses = switch (node) {
                case SubProcess inner -> uncaught(file, inner);
                case CallActivity call -> {
                    var called = called(call);
                    yield uncaught(called, called.process());
                }
                default ->
                    Steps.throwsRefusal(node)
                            || (jobs.contains(TaskRules.job(node))
                                    && !TaskRules.job(node).equals(WriteReport.CLOSE_REFUSED.job()));
            };
            if (refuses && !Steps.catchesRefusals(node)) {
                if (scope instanceof Process process && process.getId().equals(Words.DAY_PROCESS)) {
                    throw file.refused(
                            node,
                            "Expected a boundary event that catches the error " + Words.REFUSED + ", but "
                                    + node.getId() + " may refuse the day and nothing catches it");
                }
                leaves = true;
            }
        }
        return leaves;
    }
}
