package dev.vesper.desk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places where a run is now, by name, each with the calls that lead there. */
final class Places {
    private final Marks marks;

    Places(Marks marks) {
        this.marks = marks;
    }

    void now(Scope scope, List<String> calls, List<String> names, int depth) {
        for (DrawnElement element : scope.elements()) {
            if (!marks.current(element) || depth > Marks.DEEPEST) {
                continue;
            }
            List<String> here = new ArrayList<>(calls);
            if (!(element.part() instanceof Part.Holds) && !calls.contains(element.name())) {
                here.add(element.name());
            }
            Optional<Scope> inner =
                    marks.in(element).filter(held -> held.elements().stream().anyMatch(one -> marks.current(one)));
            if (inner.isPresent()) {
                now(inner.get(), here, names, depth + 1);
            } else {
                names.add(String.join(" › ", here));
            }
        }
    }
}
