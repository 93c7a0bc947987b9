package dev.vesper.desk.schedule;

/** What became, or is to become, of one occasion of a schedule. */
public enum OccasionState {
    /** It is to come, or its hour is now. */
    DUE,
    /** Somebody wants no day at it. */
    SKIPPED,
    /** It opened a day. */
    RUN,
    /** There was nothing to open: the newest prices were worked already, as after a holiday. */
    WORKED,
    /** It opened none, because an earlier day had not ended. */
    BUSY,
    /** Nobody opened a day at the hour; somebody did afterwards. */
    LATE,
    /** Nobody opened a day at the hour or since. */
    MISSED
}
