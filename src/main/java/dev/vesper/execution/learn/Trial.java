package dev.vesper.execution.learn;

import java.util.List;

/**
 * One order of a recorded day, worked once at each urgency.
 *
 * @param day whose, for example {@code ibm_20131007}
 * @param block what shares its path of prices with it: orders of one window of one day
 * @param costBps cost against the mid when it began, in basis points, a rest marked at the end; one for each urgency, positive is a
 *     cost
 */
public record Trial(String day, String block, Situation situation, List<Double> costBps) {
    public Trial {
        costBps = List.copyOf(costBps);
    }

    /** What an urgency cost beyond another, in basis points. */
    double beyond(int urgency, int other) {
        return costBps.get(urgency) - costBps.get(other);
    }
}
