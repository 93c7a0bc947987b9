package dev.vesper.rebalance;

/** One number of a line, given its trade: for example its cost, {@code BookLine::cost}. */
@FunctionalInterface
public interface LinePart {
    long of(BookLine line, long lots);
}
