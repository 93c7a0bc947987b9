package dev.vesper.execution.queue;

/**
 * Guesses where orders left a queue of which only the whole size is seen: how likely it was behind ours.
 *
 * <p>The models are those of hftbacktest ({@code models/queue.rs}), after Rigtorp, Estimating order queue position (2013). Each
 * gives 0 at the tail and 1 at the head of a queue that has both parts.
 */
public interface QueueModel {
    /** What it is asked for by, for example {@code power-2}. */
    String word();

    /**
     * The share of a decrease that is counted behind the order, 0 to 1.
     *
     * @param ahead units before it, 0 or more
     * @param behind units after it, 0 or more; not both are 0
     */
    double shareBehind(double ahead, double behind);
}
