package dev.vesper.execution.breaker;

import java.util.List;

/** What is asked of the breakers of a run. */
public sealed interface BreakerCommand {
    /**
     * Judges the venues before a slice is decided. Again, with the same answers, nothing more follows from it.
     *
     * @param slice the one that is to be decided
     * @param answers of earlier slices, in the order in which the orders were sent
     */
    record Judge(int slice, BreakerLimits limits, List<VenueAnswer> answers) implements BreakerCommand {
        public Judge {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A person opens one, from a slice on.
     *
     * @param slice the next that is decided
     */
    record OpenByHand(String venue, int slice, String by, String reason) implements BreakerCommand {}

    /** A person closes one, from a slice on. */
    record CloseByHand(String venue, int slice, String by, String reason) implements BreakerCommand {}
}
