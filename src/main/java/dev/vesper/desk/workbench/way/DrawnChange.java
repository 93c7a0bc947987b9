package dev.vesper.desk.workbench.way;

import java.util.List;

/**
 * The process by which rules change, as it is drawn.
 *
 * @param sha256 the first 12 hexadecimal digits of its file's SHA-256
 * @param bpmn the file
 */
public record DrawnChange(String process, String name, String sha256, String bpmn, List<Step> steps, List<Flow> flows) {
    public DrawnChange {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
    }

    /** What a step does for a proposal, whatever its id and its name are. */
    public enum Kind {
        STARTS,
        /** People are asked. */
        CHECKS,
        /** Rings beside the people when the proposal's time is over. */
        RINGS,
        /** Writes down that its time is over. */
        EXPIRES,
        /** Waits until it is to judge. */
        WAITS,
        ACTIVATES,
        /** Goes one way of several, by what was answered. */
        CHOOSES,
        ENDS,
        /** Whatever is passed without a trace. */
        PASSES
    }

    /** One element. */
    public record Step(String id, String name, Kind kind) {}

    /**
     * An arrow from one to the next.
     *
     * @param asks the answer by which it is taken; empty where it is taken otherwise
     */
    public record Flow(String id, String from, String to, String asks) {}
}
