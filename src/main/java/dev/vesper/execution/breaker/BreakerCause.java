package dev.vesper.execution.breaker;

/** What opened a breaker by itself. */
public enum BreakerCause {
    /** So many orders were rejected one after the other. */
    REJECTS_IN_A_ROW,
    /** So large a share of the last orders was rejected. */
    REJECT_SHARE,
    /** The order that was tried was rejected. */
    TRIAL_REJECTED
}
