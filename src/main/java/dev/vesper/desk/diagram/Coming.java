package dev.vesper.desk.diagram;

import dev.vesper.desk.diagram.DrawnFlow.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks what comes next when all goes well. */
final class Coming {
    private final Marks marks;

    Coming(Marks marks) {
        this.marks = marks;
    }

    /** What follows where the run is, when all goes well. */
    void next(Scope scope, Deque<Runnable> outside) {
        for (DrawnElement element : scope.elements()) {
            if (marks.current(element)) {
                Runnable after = () -> follow(scope, element, outside, new HashSet<>());
                Optional<Scope> inner = marks.in(element)
                        .filter(held -> held.elements().stream()
                                .anyMatch(one -> marks.of(one).isPresent()));
                if (inner.isPresent() && outside.size() < Marks.DEEPEST) {
                    Deque<Runnable> further = new ArrayDeque<>(outside);
                    further.push(after);
                    next(inner.get(), further);
                } else {
                    after.run();
                }
            }
        }
    }

    private void follow(Scope scope, DrawnElement from, Deque<Runnable> outside, Set<DrawnElement> seen) {
        List<DrawnFlow> out = scope.out(from);
        for (DrawnFlow flow : out) {
            DrawnElement to = scope.target(flow);
            boolean away = flow.turn() == Turn.NO && out.size() > 1;
            if (away || !seen.add(to)) {
                continue;
            }
            if (to.part() instanceof Part.Finishes(boolean refused)) {
                if (!refused && !outside.isEmpty()) {
                    outside.peek().run();
                }
            } else if (to.part().passive()) {
                follow(scope, to, outside, seen);
            } else {
                marks.putIfAbsent(to, Standing.NEXT);
            }
        }
    }
}
