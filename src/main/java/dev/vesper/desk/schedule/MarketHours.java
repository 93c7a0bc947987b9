package dev.vesper.desk.schedule;

/** How long an exchange trades on a day. */
public enum MarketHours {
    USUAL,
    /** It closes early. */
    HALF_DAY,
    /** It opens late, or trades at other hours. */
    OTHER,
    CLOSED
}
