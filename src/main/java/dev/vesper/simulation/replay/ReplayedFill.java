package dev.vesper.simulation.replay;

/**
 * An execution of a child.
 *
 * @param nanos nanoseconds since midnight at the venue
 * @param resting whether the child stood in the book, so that somebody else came to it
 */
public record ReplayedFill(long child, String order, long nanos, long priceE4, long units, boolean resting) {}
