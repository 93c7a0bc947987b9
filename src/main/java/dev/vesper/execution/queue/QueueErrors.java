package dev.vesper.execution.queue;

/**
 * How far off a model was on the orders that joined a queue.
 *
 * @param place units ahead that it thought, less those that were, at each change of the size before the first fill
 * @param share the same as a part of what was ahead when the order joined
 * @param filled orders that were filled
 * @param missed of those, never filled by the model
 * @param unfilled orders that were not
 * @param wronglyFilled of those, filled by the model before they went
 * @param lateSeconds of orders that both filled: the model's first fill less the true one, below zero where it was early
 */
public record QueueErrors(
        QueueModel model,
        ErrorSpread place,
        ErrorSpread share,
        int filled,
        int missed,
        int unfilled,
        int wronglyFilled,
        ErrorSpread lateSeconds) {
    /** The part of all orders of which the model said the wrong end; 0 of none. */
    public double wrong() {
        return filled + unfilled == 0 ? 0 : (double) (missed + wronglyFilled) / (filled + unfilled);
    }
}
