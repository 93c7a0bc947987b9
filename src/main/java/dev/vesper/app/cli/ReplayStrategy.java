package dev.vesper.app.cli;

/** How an order of a file is worked through a recorded day. */
enum ReplayStrategy {
    TWAP,
    VWAP,
    POV,
    IS,
    ICEBERG,
    /** All at once, following the quote. */
    PEG,
    /** All at once, for the closing auction. */
    CLOSE;

    /** Whether all of it is due from the start on. */
    boolean atOnce() {
        return this == POV || this == ICEBERG || this == PEG || this == CLOSE;
    }
}
