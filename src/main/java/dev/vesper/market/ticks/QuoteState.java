package dev.vesper.market.ticks;

/** What the best bid and the best ask say together. */
public enum QuoteState {
    /** No bid, no ask, or neither. */
    ONE_SIDED,
    /** Nobody trades at them: a halt, a delayed opening, a quote that is not firm. */
    HALTED,
    /** The bid is the ask. */
    LOCKED,
    /** The bid is above the ask. */
    CROSSED,
    /** The bid is below the ask: only this has a mid and a spread. */
    OPEN
}
