package dev.vesper.execution.engine;

/**
 * How a parent trades beside its terms.
 *
 * @param would price in 1/10,000, 0 for none: while the far touch is as good or better, all that is left is due at once, whatever
 *     the curve says; limit, cap, display and smallest and largest child still count
 * @param auction whether its children are for an auction, such as the close: priced at the limit, or at the market where there is
 *     none, and marked
 */
public record Style(long would, boolean auction) {
    /** By the curve, in continuous trading. */
    public static final Style NONE = new Style(0, false);
}
