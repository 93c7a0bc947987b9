package dev.vesper.desk.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is directly in a process, or in a sub-process: its elements, and how they follow each other. */
final class Scope {
    private final DrawnProcess process;
    private final Map<String, DrawnElement> elements = new LinkedHashMap<>();

    private Scope(DrawnProcess process, String scope) {
        this.process = process;
        process.elements().stream()
                .filter(element -> element.scope().equals(scope))
                .forEach(element -> elements.put(element.id(), element));
    }

    static Scope of(DrawnProcess process) {
        return new Scope(process, process.id());
    }

    /** What is in an element; empty where it holds nothing, or calls what is not there. */
    static Optional<Scope> in(DrawnElement element, Map<String, DrawnProcess> processes) {
        return switch (element.part()) {
            case Part.Holds() ->
                Optional.ofNullable(processes.get(element.process())).map(process -> new Scope(process, element.id()));
            case Part.Calls(String called) ->
                Optional.ofNullable(processes.get(called)).map(Scope::of);
            default -> Optional.empty();
        };
    }

    List<DrawnElement> elements() {
        return List.copyOf(elements.values());
    }

    List<DrawnElement> starts() {
        return elements.values().stream()
                .filter(element -> element.part() instanceof Part.Starts)
                .toList();
    }

    /** The arrows out of an element, to elements that are here. */
    List<DrawnFlow> out(DrawnElement from) {
        return flows().filter(flow -> flow.from().equals(from.id())).toList();
    }

    /** All arrows between elements that are here. */
    Stream<DrawnFlow> flows() {
        return process.flows().stream()
                .filter(flow -> elements.containsKey(flow.from()) && elements.containsKey(flow.to()));
    }

    DrawnElement target(DrawnFlow flow) {
        return elements.get(flow.to());
    }

    DrawnElement source(DrawnFlow flow) {
        return elements.get(flow.from());
    }

    List<DrawnElement> after(DrawnElement element) {
        return out(element).stream().map(this::target).toList();
    }

    List<DrawnElement> before(DrawnElement element) {
        return flows().filter(flow -> flow.to().equals(element.id()))
                .map(this::source)
                .toList();
    }

    /** The event that takes over where an activity is refused. */
    Optional<DrawnElement> catches(DrawnElement activity) {
        return elements.values().stream()
                .filter(element -> element.part().equals(new Part.Catches(activity.id())))
                .findFirst();
    }
}
