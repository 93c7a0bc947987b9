package dev.vesper.approvals;

import java.util.Optional;

/**
 * A step that a process asks people to approve in.
 *
 * @param number of the step, unlike every other's
 * @param group its candidate group; empty where the tables say who, and how many
 */
public record DrawnStep(int number, Optional<String> group) {
    /** The step of a process that leaves all to the tables. */
    public static final DrawnStep OPEN = new DrawnStep(1, Optional.empty());
}
