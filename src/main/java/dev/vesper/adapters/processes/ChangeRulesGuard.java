package dev.vesper.adapters.processes;

import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.workbench.ProposalWay;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the process of a change of the rules may ask for: people are asked once, and no path leads to the activation around
 * their yes. What is activated is decided by the record all the same.
 */
final class ChangeRulesGuard {
    private static final KnownWork KNOWN =
            new KnownWork(List.of(), List.of(KnownWork.Told.byUserTasksAnd(ProposalWay.CHANGE, Words.EXPIRE_PROPOSAL)));

    private ChangeRulesGuard() {}

    static void check(ProcessFile file) {
        EventRules.check(file);
        int asked = 0;
        for (var task : file.model().getModelElementsByType(Activity.class)) {
            switch (task) {
                case UserTask user
                when DrawnFiles.header(user, Words.TASK)
                        .filter(Words.CHECK_RULES::equals)
                        .isPresent() -> asked++;
                case ServiceTask service
                when job(service).equals(Words.ACTIVATE_RULES) || job(service).equals(Words.EXPIRE_PROPOSAL) -> {
                    // what is worked
                }
                default ->
                    throw file.refused(
                            task,
                            "Expected what a change of the rules knows, but nobody serves " + task.getId()
                                    + "; known: a user task with the header " + Words.TASK + " " + Words.CHECK_RULES
                                    + ", service tasks of type " + Words.ACTIVATE_RULES + " and "
                                    + Words.EXPIRE_PROPOSAL);
            }
        }
        if (asked != 1) {
            throw file.refused(
                    file.process(),
                    "Expected one user task with the header " + Words.TASK + " " + Words.CHECK_RULES
                            + ", which asks as many people as the rules want, but there are " + asked);
        }
        new FlowRules(KNOWN).check(file);
        around(file);
    }

    private static String job(ServiceTask task) {
        var work = task.getSingleExtensionElement(ZeebeTaskDefinition.class);
        return work == null ? "" : String.valueOf(work.getType());
    }

    /** Goes all ways but those of a yes: none may come to an activation. */
    private static void around(ProcessFile file) {
        String yes = ProcessVariable.written(ProposalWay.Step.AGREED);
        Set<FlowNode> seen = new HashSet<>();
        List<FlowNode> next = Steps.starts(file.process());
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(seen::add)
                    .peek(node -> {
                        if (node instanceof ServiceTask work && job(work).equals(Words.ACTIVATE_RULES)) {
                            throw file.refused(
                                    node,
                                    "Expected no way to the activation around a flow that asks =change = \"" + yes
                                            + "\", but one leads to " + node.getId());
                        }
                    })
                    .flatMap(node -> Stream.concat(
                            Steps.besides(node).stream(),
                            Steps.out(node).stream()
                                    .filter(flow -> Condition.of(flow)
                                            .filter(asked -> asked.word().equals(yes))
                                            .isEmpty())
                                    .map(SequenceFlow::getTarget)))
                    .toList();
        }
    }
}
