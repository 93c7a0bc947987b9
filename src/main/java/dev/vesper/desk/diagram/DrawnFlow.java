package dev.vesper.desk.diagram;

/**
 * An arrow from one element to the next.
 *
 * @param turn which way of a gateway it is
 */
public record DrawnFlow(String id, String from, String to, Turn turn) {
    /** Which way of a gateway an arrow is. */
    public enum Turn {
        /** Not one of two answers. */
        PLAIN,
        /** What was asked is granted: approved, clean. */
        YES,
        /** It is not: rejected, blocked. */
        NO
    }
}
