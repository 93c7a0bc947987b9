package dev.vesper.desk.diagram;

import dev.vesper.desk.diagram.DrawnFlow.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arrows that a run went along. */
final class Taken {
    private final Marks marks;
    private final DrawnProcess process;
    private final Map<String, DrawnElement> elements = new HashMap<>();

    private Taken(Marks marks, DrawnProcess process) {
        this.marks = marks;
        this.process = process;
        process.elements().forEach(element -> elements.put(element.id(), element));
    }

    static List<TakenFlow> of(Marks marks) {
        List<TakenFlow> taken = new ArrayList<>();
        for (DrawnProcess process : marks.processes()) {
            Taken here = new Taken(marks, process);
            process.flows().stream()
                    .filter(here::isTaken)
                    .forEach(flow -> taken.add(new TakenFlow(process.id(), flow.id())));
        }
        return taken;
    }

    private boolean isTaken(DrawnFlow flow) {
        if (!isLeft(flow.from()) || !isReached(flow.to())) {
            return false;
        }
        DrawnElement from = Objects.requireNonNull(elements.get(flow.from()));
        long ways = process.flows().stream()
                .filter(other -> other.from().equals(flow.from()) && isReached(other.to()))
                .count();
        if (!(from.part() instanceof Part.Chooses) || ways == 1) {
            return true;
        }
        boolean no = process.flows().stream()
                .filter(into -> into.to().equals(from.id()))
                .anyMatch(into -> is(into.from(), Standing.REFUSED));
        return (flow.turn() == Turn.NO) == no;
    }

    private boolean isLeft(String id) {
        return is(id, Standing.DONE) || is(id, Standing.REFUSED);
    }

    private boolean isReached(String id) {
        DrawnElement element = elements.get(id);
        return element != null && marks.reached(element);
    }

    private boolean is(String id, Standing state) {
        DrawnElement element = elements.get(id);
        return element != null && marks.is(element, state);
    }
}
