package dev.vesper.execution.cost;

/**
 * What became of the child orders of one parent, for example 12 sent, 11 of them ended, none rejected.
 *
 * @param sent how many were sent
 * @param ended how many of them are filled, cancelled, expired or rejected
 * @param reason the first reason a venue gave for a reject, or empty
 */
public record SentChildren(int sent, int ended, String reason) {
    /** Of a parent that was not sent. */
    public static final SentChildren NONE = new SentChildren(0, 0, "");
}
