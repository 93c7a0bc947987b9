package dev.vesper.execution.engine;

/** Why the gate denied a child. Each says what its numbers are: what the child would have come to, and the limit. */
public enum DenialReason {
    /** What is at the venues could not be reckoned with any more; denied without a table too. */
    TOO_LARGE(1),
    /** The table has no row of the instrument. */
    INSTRUMENT(2),
    /** The table has no row of the account. */
    ACCOUNT(3),
    /** The instrument may not be traded on this side. */
    RESTRICTED(4),
    /** Children in the window of time, with this one. */
    RATE(5),
    /** Units of the child, for the instrument or for the account in it. */
    QUANTITY(6),
    /** Nothing was quoted or traded to compare its price with, or to reckon its amount. */
    NO_PRICE(7),
    /** Basis points from the reference price, rounded up. */
    BAND(8),
    /** Amount of the child in 1/10,000. */
    NOTIONAL(9),
    /** Units held once all that is at the venues on its side is filled. */
    POSITION(10),
    /** Cash in 1/10,000 once all buys at the venues are filled. */
    CASH(11);

    private static final DenialReason[] ALL = values();

    private final int code;

    DenialReason(int code) {
        this.code = code;
    }

    /** How it is written in a record, from 1. */
    public int code() {
        return code;
    }

    static DenialReason of(int code) {
        return ALL[code - 1];
    }
}
