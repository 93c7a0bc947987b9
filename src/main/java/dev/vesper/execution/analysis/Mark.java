package dev.vesper.execution.analysis;

import java.math.BigDecimal;

/**
 * A price of the market at a moment, and what it was taken from.
 *
 * @param price in currency units
 */
public record Mark(BigDecimal price, From from) {
    /** From the best that can be had to the least. */
    public enum From {
        /** The mid of the best quotes. */
        MID,
        /** The last trade, where no quotes are open. */
        LAST_TRADE,
        /** The largest trade of a closing auction. */
        CLOSING_AUCTION,
        /** The order's own decision price, where the market says nothing: no cost can be told from it. */
        DECISION_PRICE
    }
}
