package dev.vesper.market;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tape over some hours in stretches of equal length, as a chart shows it: what traded in each, at which lowest, highest and
 * last price. Example: 09:30 to 16:00 in 78 stretches of five minutes. In columns of whole numbers, since a run has many.
 */
public final class TapeBars {
    private static final int MOST = 80;
    private static final long MINUTE = 60_000;

    private final BigDecimal tickSize;
    private final BigDecimal lotSize;
    private final long openMillis;
    private final long closeMillis;
    private final long lengthMillis;
    private final long[] lots;
    private final long[] lowTicks;
    private final long[] highTicks;
    private final long[] lastTicks;

    private TapeBars(Tape tape, long openMillis, long closeMillis, long lengthMillis) {
        this.tickSize = tape.tickSize();
        this.lotSize = tape.lotSize();
        this.openMillis = openMillis;
        this.closeMillis = closeMillis;
        this.lengthMillis = lengthMillis;
        int count = Math.toIntExact((closeMillis - openMillis + lengthMillis - 1) / lengthMillis);
        lots = new long[count];
        lowTicks = new long[count];
        highTicks = new long[count];
        lastTicks = new long[count];
        for (int bar = 0; bar < count; bar++) {
            fill(tape, bar);
        }
    }

    /**
     * Whole minutes, that divide a slice where slices are longer, and at most 80 of them.
     *
     * @param sliceMillis how long a slice of the hours is
     */
    public static TapeBars of(Tape tape, long openMillis, long closeMillis, long sliceMillis) {
        long slices = (closeMillis - openMillis + sliceMillis - 1) / sliceMillis;
        if (slices > MOST) {
            return new TapeBars(tape, openMillis, closeMillis, sliceMillis * ((slices + MOST - 1) / MOST));
        }
        long parts = MOST / slices;
        while (parts > 1 && sliceMillis % (parts * MINUTE) != 0) {
            parts--;
        }
        return new TapeBars(tape, openMillis, closeMillis, sliceMillis / parts);
    }

    /** A trade at the first moment of a stretch belongs to it; one at the close belongs to the last. */
    private void fill(Tape tape, int bar) {
        int end = tape.countUntil(bar + 1 == lots.length ? closeMillis : fromMillis(bar + 1) - 1);
        for (int i = tape.countUntil(fromMillis(bar) - 1); i < end; i++) {
            long ticks = tape.ticks(i);
            lots[bar] += tape.lots(i);
            lowTicks[bar] = lastTicks[bar] == 0 ? ticks : Math.min(lowTicks[bar], ticks);
            highTicks[bar] = Math.max(highTicks[bar], ticks);
            lastTicks[bar] = ticks;
        }
    }

    /** How many stretches. */
    public int count() {
        return lots.length;
    }

    /** When one begins, milliseconds since midnight at the exchange. */
    public long fromMillis(int bar) {
        return openMillis + bar * lengthMillis;
    }

    /** When it ends. */
    public long untilMillis(int bar) {
        return Math.min(closeMillis, fromMillis(bar + 1));
    }

    /** Units traded in it. */
    public BigDecimal volume(int bar) {
        return lotSize.multiply(BigDecimal.valueOf(lots[bar]));
    }

    /** Lowest price, in currency units; empty where nothing traded. */
    public Optional<BigDecimal> low(int bar) {
        return price(lowTicks[bar]);
    }

    /** Highest price. */
    public Optional<BigDecimal> high(int bar) {
        return price(highTicks[bar]);
    }

    /** Price of the last trade. */
    public Optional<BigDecimal> last(int bar) {
        return price(lastTicks[bar]);
    }

    private Optional<BigDecimal> price(long ticks) {
        return ticks == 0 ? Optional.empty() : Optional.of(tickSize.multiply(BigDecimal.valueOf(ticks)));
    }
}
