package dev.vesper.limits.measure;

/** When a measure is judged. */
public enum Scope {
    /** Each order, or its position, is judged as it was proposed. */
    ORDER,
    /** What all orders of an account share is judged on what the other rules left of them. */
    ACCOUNT
}
