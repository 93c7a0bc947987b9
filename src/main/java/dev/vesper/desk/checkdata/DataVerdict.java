package dev.vesper.desk.checkdata;

/** What the data contract says of a day's data. */
public enum DataVerdict {
    PASSED,
    /** A rule of severity error failed: a person must release the day. */
    BLOCKED
}
