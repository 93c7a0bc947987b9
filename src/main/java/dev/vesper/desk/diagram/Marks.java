package dev.vesper.desk.diagram;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the elements of a run's processes so far. */
final class Marks {
    /** Calls within calls that are followed; what is deeper calls itself. */
    static final int DEEPEST = 20;

    private final Map<String, DrawnProcess> processes = new LinkedHashMap<>();
    private final Map<DrawnElement, Standing> standing = new LinkedHashMap<>();

    Marks(Collection<DrawnProcess> drawn) {
        drawn.forEach(process -> processes.put(process.id(), process));
    }

    Collection<DrawnProcess> processes() {
        return processes.values();
    }

    /** What is in an element; empty where it holds nothing, or calls what is not there. */
    Optional<Scope> in(DrawnElement element) {
        return Scope.in(element, processes);
    }

    void put(DrawnElement element, Standing state) {
        standing.put(element, state);
    }

    void putIfAbsent(DrawnElement element, Standing state) {
        standing.putIfAbsent(element, state);
    }

    Optional<Standing> of(DrawnElement element) {
        return Optional.ofNullable(standing.get(element));
    }

    boolean is(DrawnElement element, Standing state) {
        return standing.get(element) == state;
    }

    /** Whether the run came to it. */
    boolean reached(DrawnElement element) {
        return of(element).filter(state -> state != Standing.NEXT).isPresent();
    }

    /** Whether the run is there now. */
    boolean current(DrawnElement element) {
        return of(element).filter(Standing::current).isPresent();
    }

    /** Whether the run is anywhere now. */
    boolean isSomewhere() {
        return standing.values().stream().anyMatch(Standing::current);
    }

    Map<DrawnElement, Standing> all() {
        return standing;
    }

    /** The names of the elements in a state. */
    List<String> names(Standing state) {
        return standing.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(entry -> entry.getKey().name())
                .toList();
    }
}
