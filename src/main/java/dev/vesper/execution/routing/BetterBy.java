package dev.vesper.execution.routing;

/** What makes one shown price better than another. */
public enum BetterBy {
    /** With the fee for taking it: what is paid in the end, as the best result for clients is counted (MiFID II, article 27). */
    NET,
    /** As it is shown, fees only between equals: the order protection of Regulation NMS, rule 611. */
    SHOWN
}
