package dev.vesper.desk.repair.move;

import dev.vesper.desk.diagram.DrawnElement;
import dev.vesper.desk.diagram.DrawnFlow;
import dev.vesper.desk.diagram.DrawnProcess;
import dev.vesper.desk.diagram.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of a day in their order: what its process calls, and in each of those what somebody works or answers. */
final class DrawnDay {
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param call id of the day's element that calls the process
     * @param process that is called
     * @param element in it
     */
    record Step(String call, DrawnProcess process, DrawnElement element) {
        String word() {
            return process.id() + "/" + element.id();
        }

        /** The job or the question, as people know it from lists. */
        String work() {
            return switch (element.part()) {
                case Part.Works(var stage) -> stage.job();
                case Part.Asks(var question) -> question.word();
                default -> element.id();
            };
        }

        /** Whether its process has steps beside each other. */
        boolean forks() {
            return process.elements().stream()
                    .filter(one -> one.part() instanceof Part.Passes)
                    .anyMatch(one -> process.flows().stream()
                                    .filter(flow -> flow.from().equals(one.id()))
                                    .count()
                            > 1);
        }

        /** Whether it is directly in its process, not in a part of it. */
        boolean direct() {
            return element.scope().equals(process.id());
        }
    }

    /** @param processes that the run goes by, the day's first */
    DrawnDay(List<DrawnProcess> processes) {
        if (!processes.isEmpty()) {
            for (DrawnElement call : inOrder(processes.getFirst())) {
                if (call.part() instanceof Part.Calls(String called)) {
                    processes.stream()
                            .filter(process -> process.id().equals(called))
                            .findFirst()
                            .ifPresent(process -> inOrder(process).stream()
                                    .filter(DrawnDay::worked)
                                    .forEach(element -> steps.add(new Step(call.id(), process, element))));
                }
            }
        }
    }

    /** In the order of the day. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** By {@code process/element}, or by the element's id, or the job, alone. */
    Optional<Step> find(String word) {
        return steps.stream()
                .filter(step -> step.word().equals(word))
                .findFirst()
                .or(() -> steps.stream()
                        .filter(step ->
                                step.element().id().equals(word) || step.work().equals(word))
                        .findFirst());
    }

    private static boolean worked(DrawnElement element) {
        return element.part() instanceof Part.Works
                || element.part() instanceof Part.Asks
                || element.part() instanceof Part.Approves;
    }

    /** As the arrows lead, the nearer first. */
    private static List<DrawnElement> inOrder(DrawnProcess process) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>();
        process.elements().stream()
                .filter(element -> element.part() instanceof Part.Starts)
                .forEach(element -> next.add(element.id()));
        while (!next.isEmpty()) {
            String id = next.remove();
            if (seen.add(id)) {
                process.flows().stream()
                        .filter(flow -> flow.from().equals(id))
                        .map(DrawnFlow::to)
                        .forEach(next::add);
            }
        }
        return seen.stream()
                .flatMap(id -> process.elements().stream()
                        .filter(element -> element.id().equals(id)))
                .toList();
    }
}
