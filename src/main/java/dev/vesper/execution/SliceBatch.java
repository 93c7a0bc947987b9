package dev.vesper.execution;

import dev.vesper.orders.SlicingStrategy;

/**
 * Many parent orders at the start of one time slice, one array for each column so that native code reads them in place.
 *
 * @param sliceIndex the slice that begins, counted from 0
 * @param sliceCount slices of the session, 1 to {@value #MAX_SLICES}
 * @param strategy {@link #TWAP} or {@link #POV}
 * @param totalLots lots of the parent, zero or more
 * @param doneLots lots filled so far, 0 to the total
 * @param marketLots lots the market traded since the open, or {@link #UNKNOWN}
 * @param rateBps largest share of the market's volume, 0 to 10,000 basis points
 * @param minimumLots smallest child worth sending, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns are handed to native code as they are; nobody compares batches
public record SliceBatch(
        int sliceIndex,
        int sliceCount,
        int[] strategy,
        long[] totalLots,
        long[] doneLots,
        long[] marketLots,
        int[] rateBps,
        long[] minimumLots) {
    public static final int TWAP = 0;
    public static final int POV = 1;

    /** Market volume that is not known: no participation cap can be applied. */
    public static final long UNKNOWN = -1;

    /** Keeps every product below 2^63. */
    public static final int MAX_SLICES = 1_000_000;

    public SliceBatch {
        int orders = strategy.length;
        if (totalLots.length != orders
                || doneLots.length != orders
                || marketLots.length != orders
                || rateBps.length != orders
                || minimumLots.length != orders) {
            throw new IllegalArgumentException(
                    "Expected columns of " + orders + " orders each, but got " + totalLots.length + ", "
                            + doneLots.length + ", " + marketLots.length + ", " + rateBps.length + ", "
                            + minimumLots.length);
        }
    }

    public int orders() {
        return strategy.length;
    }

    /** The number the slicer, which may be native code, knows a strategy by. */
    public static int codeOf(SlicingStrategy strategy) {
        return switch (strategy) {
            case TWAP -> TWAP;
            case POV -> POV;
        };
    }
}
