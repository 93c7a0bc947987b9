package dev.vesper.desk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Marks every element by its own record, and what holds others by theirs. */
final class Told {
    private final Evidence evidence;
    private final Marks marks;

    Told(Evidence evidence, Marks marks) {
        this.evidence = evidence;
        this.marks = marks;
    }

    /** Every element by its own record, and what holds others by theirs. */
    Optional<Standing> told(Scope scope, int depth) {
        if (depth > Marks.DEEPEST) {
            return Optional.empty(); // processes that call each other
        }
        List<Standing> all = new ArrayList<>();
        for (DrawnElement element : scope.elements()) {
            Optional<Standing> state = element.part().holds()
                    ? marks.in(element).flatMap(inner -> told(inner, depth + 1))
                    : evidence.of(element);
            state.ifPresent(known -> {
                marks.put(element, known);
                all.add(known);
            });
        }
        return List.of(
                        Standing.FAILED,
                        Standing.WAITING,
                        Standing.ACTIVE,
                        Standing.STOPPED,
                        Standing.REFUSED,
                        Standing.DONE)
                .stream()
                .filter(all::contains)
                .findFirst();
    }
}
