package dev.vesper.execution.schedule;

import java.util.Arrays;

/**
 * How many lots of an order are to be done in each slice of its window.
 *
 * @param lots by slice, 0 or more each
 * @param left lots that the window has no room for, because the market trades too little
 */
@SuppressWarnings("ArrayRecordComponent") // one is made for each order; nobody compares them
public record Schedule(Window window, long[] lots, long left) {
    /** All lots that are planned. */
    public long planned() {
        return Arrays.stream(lots).sum();
    }

    /** The same lots in each slice (TWAP). */
    public static Schedule even(Window window, long lots) {
        long[] weights = new long[window.slices()];
        Arrays.fill(weights, 1);
        return new Schedule(window, Spread.by(lots, weights), 0);
    }

    /**
     * As the market's volume falls (VWAP).
     *
     * @param volume by slice, in any unit, not all 0
     */
    public static Schedule asVolume(Window window, long lots, long[] volume) {
        return new Schedule(window, Spread.by(lots, volume), 0);
    }

    /**
     * By what is left after each slice, as {@link AlmgrenChriss#holdings} says it, in lots (implementation shortfall).
     *
     * @param left one more than there are slices: the whole first, 0 last
     */
    public static Schedule asHoldings(Window window, long lots, double[] left) {
        return new Schedule(window, Spread.byHoldings(lots, left), 0);
    }

    /** As much as a share of the market's volume allows, from the first slice on (POV). */
    public static Schedule ofVolume(Window window, long lots, Participation participation) {
        long[] first = new long[window.slices()];
        first[0] = lots;
        return new Schedule(window, first, 0).within(participation);
    }

    /**
     * The same, but by the end of no slice more than a share of what the market has traded since the start: what has no room
     * waits for the next slice, and what has none in the end is left.
     */
    public Schedule within(Participation participation) {
        long[] most = participation.most();
        long[] within = new long[lots.length];
        long wanted = 0;
        long done = 0;
        for (int i = 0; i < within.length; i++) {
            wanted += lots[i];
            within[i] = Math.max(0, Math.min(wanted, most[i]) - done);
            done += within[i];
        }
        return new Schedule(window, within, left + wanted - done);
    }
}
