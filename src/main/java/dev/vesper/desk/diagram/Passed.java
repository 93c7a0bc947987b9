package dev.vesper.desk.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Marks the events and gateways that lie between elements that are told. */
final class Passed {
    private final Marks marks;

    Passed(Marks marks) {
        this.marks = marks;
    }

    /** Events and gateways between elements that are told. */
    void passed(Scope scope, int depth) {
        if (depth > Marks.DEEPEST) {
            return;
        }
        Set<DrawnElement> fromStart = new HashSet<>();
        Deque<DrawnElement> open = new ArrayDeque<>(scope.starts());
        while (!open.isEmpty()) {
            DrawnElement at = open.pop();
            if ((at.part().passive() || marks.reached(at)) && fromStart.add(at)) {
                open.addAll(scope.after(at));
                if (marks.is(at, Standing.REFUSED)) {
                    scope.catches(at).ifPresent(open::add);
                }
            }
        }
        Set<DrawnElement> toTold = new HashSet<>();
        scope.elements().stream().filter(marks::reached).forEach(open::add);
        while (!open.isEmpty()) {
            DrawnElement at = open.pop();
            if (toTold.add(at)) {
                scope.before(at).stream()
                        .filter(before -> before.part().passive())
                        .forEach(open::add);
            }
        }
        boolean oneWayIn = scope.starts().size() == 1;
        for (DrawnElement element : scope.elements()) {
            if (element.part().passive()
                    && fromStart.contains(element)
                    && toTold.contains(element)
                    && (oneWayIn || !(element.part() instanceof Part.Starts))) {
                marks.putIfAbsent(element, Standing.DONE);
            }
            if (marks.reached(element)) {
                marks.in(element).ifPresent(inner -> passed(inner, depth + 1));
            }
        }
    }
}
