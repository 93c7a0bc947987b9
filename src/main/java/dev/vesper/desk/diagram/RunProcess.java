package dev.vesper.desk.diagram;

import java.util.List;

/**
 * One of the processes that a run goes by.
 *
 * @param process its id, for example {@code end-of-day}
 * @param name as people read it
 * @param sha256 the first 12 hexadecimal digits of its file's SHA-256
 * @param bpmn the file
 * @param calls which of its elements call which other processes
 */
public record RunProcess(String process, String name, String sha256, String bpmn, List<Call> calls) {
    /**
     * One call.
     *
     * @param element id of the call activity
     * @param process id of what it calls
     */
    public record Call(String element, String process) {}

    public RunProcess {
        calls = List.copyOf(calls);
    }

    static RunProcess of(DrawnProcess drawn) {
        return new RunProcess(
                drawn.id(),
                drawn.name(),
                drawn.sha256(),
                drawn.bpmn(),
                drawn.elements().stream()
                        .filter(element -> element.part() instanceof Part.Calls)
                        .map(element -> new Call(element.id(), ((Part.Calls) element.part()).process()))
                        .toList());
    }
}
