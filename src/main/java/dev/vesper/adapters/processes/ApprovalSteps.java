package dev.vesper.adapters.processes;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.run.ProcessVariable;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The steps in which people approve, as a process draws them: user tasks with the header {@code approval} and a number.
 * Each is asked on every path from the proposal to its settlement, one after another or beside each other.
 */
final class ApprovalSteps {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]*");

    private final Map<Integer, DrawnStep> drawn = new HashMap<>();
    private final Map<Integer, String> where = new HashMap<>();

    private ApprovalSteps() {}

    /**
     * Looks at the steps of all files.
     *
     * @return them in the order of their numbers, one at least
     * @throws dev.vesper.basics.Problem of kind INPUT that names the file, the line and the element
     */
    static List<DrawnStep> check(Collection<ProcessFile> files) {
        var steps = new ApprovalSteps();
        for (var file : files) {
            file.model().getModelElementsByType(UserTask.class).stream()
                    .filter(ApprovalSteps::is)
                    .forEach(task -> steps.add(file, task));
            file.model().getModelElementsByType(ParallelGateway.class).forEach(gateway -> fork(file, gateway));
        }
        files.forEach(steps::paths);
        return steps.drawn.values().stream()
                .sorted(Comparator.comparingInt(DrawnStep::number))
                .toList();
    }

    /** Whether a step asks for an approval. */
    static boolean is(FlowNode node) {
        return node instanceof UserTask task && header(task).isPresent();
    }

    private static Optional<String> header(UserTask task) {
        var all = task.getSingleExtensionElement(ZeebeTaskHeaders.class);
        return Stream.ofNullable(all)
                .flatMap(headers -> headers.getHeaders().stream())
                .filter(header -> Words.APPROVAL.equals(header.getKey()))
                .map(ZeebeHeader::getValue)
                .map(String::valueOf)
                .findFirst();
    }

    private void add(ProcessFile file, UserTask task) {
        var word = header(task).orElseThrow();
        if (!NUMBER.matcher(word).matches()) {
            throw file.refused(
                    task,
                    "Expected the number of an approval from 1 to " + ApprovalStep.MOST + ", but " + task.getId()
                            + " has \"" + word + "\"");
        }
        int number = Integer.parseInt(word);
        var before = where.put(number, task.getId() + " of " + file.name());
        if (before != null) {
            throw file.refused(
                    task,
                    "Expected a number of its own for each approval, but " + task.getId() + " has " + number + " as "
                            + before + " has");
        }
        var group = group(file, task);
        if (group.isEmpty()) {
            drawn.values().stream()
                    .filter(step -> step.group().isEmpty())
                    .findFirst()
                    .ifPresent(other -> {
                        throw file.refused(
                                task,
                                "Expected one approval without a candidate group, whose people the tables name, but "
                                        + task.getId() + " is another after " + where.get(other.number()));
                    });
        }
        drawn.put(number, new DrawnStep(number, group));
    }

    private static Optional<String> group(ProcessFile file, UserTask task) {
        var assigned = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        var groups = assigned == null ? null : assigned.getCandidateGroups();
        if (groups != null && !GROUP.matcher(groups).matches()) {
            throw file.refused(
                    task,
                    "Expected one candidate group in lower case, like risk-officers, but " + task.getId() + " has \""
                            + groups + "\"; who is to approve beside it is a step of its own");
        }
        return Optional.ofNullable(groups);
    }

    /** Paths beside each other are for approvals alone: a fork, one approval or more on each branch, and its join. */
    private static void fork(ProcessFile file, ParallelGateway gateway) {
        int out = Steps.out(gateway).size();
        int in = Steps.before(gateway).size();
        if (out == 1 && in > 1) {
            return; // a join: looked at from its fork
        }
        var joins = new HashSet<FlowNode>();
        for (var node : Steps.after(gateway)) {
            var at = node;
            while (is(at) && Steps.after(at).size() == 1 && Steps.before(at).size() == 1) {
                if (Steps.besides(at).stream().anyMatch(event -> event.cancelActivity())) {
                    throw file.refused(
                            at,
                            "Expected reminders only beside " + at.getId() + ", but an event interrupts it while"
                                    + " others are asked");
                }
                at = Steps.after(at).getFirst();
            }
            joins.add(at);
        }
        boolean joined = in == 1
                && out > 1
                && joins.size() == 1
                && joins.iterator().next() instanceof ParallelGateway join
                && Steps.before(join).size() == out
                && Steps.out(join).size() == 1
                && !Steps.after(gateway).contains(join);
        if (!joined) {
            throw file.refused(
                    gateway,
                    "Expected approvals beside each other, each branch of " + gateway.getId()
                            + " with one or more, and all of them joined again, but it is otherwise; other paths beside"
                            + " each other are not served");
        }
    }

    /** In the file that settles the approval: asked after the proposal, and on every path to the settlement. */
    private void paths(ProcessFile file) {
        var nodes = new ArrayList<>(file.model().getModelElementsByType(FlowNode.class));
        var settled = nodes.stream().filter(ApprovalSteps::settles).toList();
        var steps = nodes.stream().filter(ApprovalSteps::is).toList();
        if (settled.isEmpty()) {
            steps.stream().findFirst().ifPresent(step -> {
                throw file.refused(
                        step,
                        "Expected approvals in the process that settles them, by a task of type " + SettleApproval.NAME
                                + ", but " + step.getId() + " is in " + file.name());
            });
            return;
        }
        if (steps.isEmpty()) {
            throw file.refused(
                    settled.getFirst(),
                    "Expected a user task with the header " + Words.APPROVAL + " before "
                            + settled.getFirst().getId() + ", but there is none; nobody would be asked to approve");
        }
        var top = Steps.in(file.process());
        Stream.concat(settled.stream(), steps.stream())
                .filter(node -> !top.contains(node))
                .findFirst()
                .ifPresent(node -> {
                    throw file.refused(
                            node,
                            "Expected approvals and their settlement in the process itself, but " + node.getId()
                                    + " is in a sub-process");
                });
        var unasked =
                reached(file.process(), node -> TaskKind.PROPOSE_TRADES.word().equals(TaskRules.task(node)));
        for (var step : steps) {
            if (unasked.contains(step)) {
                throw file.refused(
                        step,
                        "Expected a proposal before " + step.getId()
                                + ", but on one path nothing has been proposed yet");
            }
            var around = reached(file.process(), step::equals);
            settled.stream().filter(around::contains).findFirst().ifPresent(settlement -> {
                throw file.refused(
                        step,
                        "Expected every path to " + settlement.getId() + " to ask " + step.getId()
                                + ", but one goes around it; an approval that is drawn is needed");
            });
        }
    }

    private static boolean settles(FlowNode node) {
        return TaskRules.job(node).equals(SettleApproval.NAME.job());
    }

    /** What is reached while everybody says yes and one step is not passed. A join is reached when all its branches are. */
    private static Set<FlowNode> reached(ModelElementInstance process, Predicate<FlowNode> stops) {
        var reached = new HashSet<FlowNode>();
        boolean more = true;
        var nodes = new ArrayList<>(Steps.in(process));
        while (more) {
            more = false;
            for (var node : nodes) {
                var before = Steps.into(node).stream()
                        .filter(flow -> !isNo(flow))
                        .map(SequenceFlow::getSource)
                        .toList();
                Predicate<FlowNode> passed = one -> reached.contains(one) && !stops.test(one);
                boolean join = node instanceof ParallelGateway && !before.isEmpty();
                boolean entered = join
                        ? before.stream().allMatch(passed)
                        : before.stream().anyMatch(passed);
                boolean here = Steps.starts(process).contains(node) || leads(node, reached) || entered;
                if (here && reached.add(node)) {
                    more = true;
                }
            }
        }
        return reached;
    }

    /** An event that leads away from a step that is reached. */
    private static boolean leads(FlowNode node, Set<FlowNode> reached) {
        return reached.stream().anyMatch(step -> Steps.besides(step).stream().anyMatch(node::equals));
    }

    /** Whether a flow is taken after a no. */
    private static boolean isNo(SequenceFlow flow) {
        if (!(flow.getSource() instanceof ExclusiveGateway gateway)) {
            return false;
        }
        var yes = ProcessVariable.written(Answer.APPROVE);
        var asked = Condition.of(flow).filter(ApprovalSteps::isDecision);
        if (asked.isPresent()) {
            return !asked.get().word().equals(yes);
        }
        return flow.equals(gateway.getDefault())
                && Steps.out(gateway).stream()
                        .flatMap(other -> Condition.of(other).stream())
                        .anyMatch(other -> isDecision(other) && other.word().equals(yes));
    }

    private static boolean isDecision(Condition asked) {
        return asked.variable().equals(UserTasks.DECISION.name());
    }
}
