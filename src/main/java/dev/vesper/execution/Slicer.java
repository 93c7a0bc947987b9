package dev.vesper.execution;

/**
 * Decides how many lots of each parent order are due in a time slice. Pure: the same batch gives the same lots, whoever
 * implements it.
 *
 * <p>TWAP follows the clock: after slice {@code k} of {@code n} about {@code (k + 1) / n} of the order should be done.
 * POV follows the market: its share of the volume seen. Both promise that children sum to at most the parent, and that
 * what is done plus what is due never exceeds {@code rateBps} of the market's volume where that is known. What was not
 * filled is due again in later slices. See src/docs/execution.md for the proof.
 */
public interface Slicer {
    /**
     * Lots due in the batch's slice, one number for each order, zero or more.
     *
     * @throws IllegalArgumentException where a number is out of its range; the message names the order
     */
    long[] due(SliceBatch batch);

    /** Who serves, for the console: {@code native} or {@code java}. */
    String name();
}
