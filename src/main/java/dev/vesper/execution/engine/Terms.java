package dev.vesper.execution.engine;

/**
 * What bounds a parent, as its event says it; the engine refuses what is out of range.
 *
 * @param lots of the whole, 1 or more
 * @param limit price in 1/10,000, 0 for none
 * @param minimum lots of the smallest child, 1 or more; what is left in the end may be less
 * @param maximum lots of the largest child, 0 for none
 * @param capBps basis points of the market's volume since the start, 0 for none
 * @param display lots open at a time, 0 for all
 */
public record Terms(long lots, long limit, long minimum, long maximum, int capBps, int display) {
    /** All at once, at any price. */
    public static Terms of(long lots) {
        return new Terms(lots, 0, 1, 0, 0, 0);
    }

    public Terms limit(long price) {
        return new Terms(lots, price, minimum, maximum, capBps, display);
    }

    public Terms children(long smallest, long largest) {
        return new Terms(lots, limit, smallest, largest, capBps, display);
    }

    public Terms cap(int bps) {
        return new Terms(lots, limit, minimum, maximum, bps, display);
    }

    public Terms display(int shown) {
        return new Terms(lots, limit, minimum, maximum, capBps, shown);
    }

    /** Whether each number is in its range and no two contradict each other. */
    boolean stand() {
        return lots >= 1
                && lots <= EngineFormat.MOST_UNITS
                && limit >= 0
                && limit < EngineFormat.MOST_PRICE
                && minimum >= 1
                && (maximum == 0 || maximum >= minimum)
                && capBps >= 0
                && capBps <= 10_000
                && (display == 0 || display >= minimum);
    }
}
