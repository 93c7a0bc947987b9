package dev.vesper.execution;

/** The clear twin of the native slicer: the same integers, one idea a method. */
public final class JavaSlicer implements Slicer {
    @Override
    public String name() {
        return "java";
    }

    @Override
    public long[] due(SliceBatch batch) {
        int index = batch.sliceIndex();
        int count = batch.sliceCount();
        if (count < 1 || count > SliceBatch.MAX_SLICES) {
            throw new IllegalArgumentException("Expected 1 to " + SliceBatch.MAX_SLICES + " slices, but got " + count);
        }
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("Expected a slice from 0 to " + (count - 1) + ", but got " + index);
        }
        long[] due = new long[batch.orders()];
        for (int i = 0; i < due.length; i++) {
            check(batch, i);
            due[i] = due(batch, i);
        }
        return due;
    }

    private static long due(SliceBatch batch, int i) {
        long total = batch.totalLots()[i];
        long done = batch.doneLots()[i];
        long market = batch.marketLots()[i];
        long minimum = batch.minimumLots()[i];
        boolean volumeKnown = market != SliceBatch.UNKNOWN;
        long byTime = batch.strategy()[i] == SliceBatch.POV && volumeKnown
                ? total
                : timeTarget(total, minimum, batch.sliceIndex(), batch.sliceCount());
        long target = volumeKnown ? Math.min(byTime, volumeCap(market, batch.rateBps()[i])) : byTime;
        long remaining = total - done;
        long due = Math.min(Math.max(target - done, 0), remaining);
        boolean last = batch.sliceIndex() == batch.sliceCount() - 1;
        return !last && due < Math.min(minimum, remaining) ? 0 : due;
    }

    /**
     * Lots that should be done once the slice is over, by the clock alone. An order of {@code total} lots is cut into at
     * most {@code total / minimum} children; these are spread evenly, half a step from either end of the day.
     */
    private static long timeTarget(long total, long minimum, long index, long count) {
        long children = Math.clamp(total / minimum, 1L, count);
        long steps = (2 * (index + 1) * children + count) / (2 * count);
        return total / children * steps + total % children * steps / children;
    }

    /** {@code market * rateBps / 10,000}, rounded down without overflow. */
    private static long volumeCap(long market, long rateBps) {
        return market / 10_000 * rateBps + market % 10_000 * rateBps / 10_000;
    }

    private static void check(SliceBatch batch, int i) {
        int strategy = batch.strategy()[i];
        long total = batch.totalLots()[i];
        long done = batch.doneLots()[i];
        if (strategy != SliceBatch.TWAP && strategy != SliceBatch.POV) {
            throw expected("strategy 0 (TWAP) or 1 (POV)", i, strategy);
        }
        if (total < 0) {
            throw expected("0 or more lots", i, total);
        }
        if (done < 0 || done > total) {
            throw expected("0 to " + total + " lots done", i, done);
        }
        if (batch.marketLots()[i] < SliceBatch.UNKNOWN) {
            throw expected("market volume of 0 or more lots, or -1 for unknown", i, batch.marketLots()[i]);
        }
        if (batch.rateBps()[i] < 0 || batch.rateBps()[i] > 10_000) {
            throw expected("a rate of 0 to 10000 bps", i, batch.rateBps()[i]);
        }
        if (batch.minimumLots()[i] < 1) {
            throw expected("a smallest child of 1 lot or more", i, batch.minimumLots()[i]);
        }
    }

    private static IllegalArgumentException expected(String what, int order, long value) {
        return new IllegalArgumentException("Expected " + what + ", but order " + order + " has " + value);
    }
}
