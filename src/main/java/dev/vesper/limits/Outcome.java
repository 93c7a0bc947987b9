package dev.vesper.limits;

/** What a rule says of an order or a book, from mild to severe. */
public enum Outcome {
    /** Within the limit. */
    PASS,
    /** Soft limit: goes to the approver. */
    WARN,
    /** Hard limit, part of the order is allowed: it is cut to {@link Verdict#permitted()}. */
    CUT,
    /** Hard limit: the order is removed. */
    DENY
}
