package dev.vesper.limits.table;

/** Which of the rows that fit decides. */
public enum HitPolicy {
    /** The first one. */
    FIRST,
    /** There may be one alone. */
    UNIQUE,
    /** All that fit say the same. */
    ANY
}
