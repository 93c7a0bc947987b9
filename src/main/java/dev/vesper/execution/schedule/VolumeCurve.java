package dev.vesper.execution.schedule;

import dev.vesper.market.TapeTrade;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** How a market's volume falls on its day. */
public sealed interface VolumeCurve {
    /** Units traded in each slice of a window. */
    long[] in(Window window);

    /** As a day's trades were: each belongs to the slice in which it was. */
    record Traded(List<TapeTrade> trades) implements VolumeCurve {
        public Traded {
            trades = List.copyOf(trades);
        }

        @Override
        public long[] in(Window window) {
            long[] volume = new long[window.slices()];
            for (TapeTrade trade : trades) {
                int slice = window.slice(trade.millis());
                if (slice >= 0) {
                    volume[slice] = Math.addExact(volume[slice], trade.quantity());
                }
            }
            return volume;
        }
    }

    /** As a profile says, each of its stretches evenly; before the first and after the last nothing is traded. */
    record Profiled(List<Stretch> stretches) implements VolumeCurve {
        /** @param stretches in any order, none over another */
        public Profiled {
            stretches = stretches.stream()
                    .sorted(Comparator.comparingLong(Stretch::startMillis))
                    .toList();
        }

        @Override
        public long[] in(Window window) {
            long[] volume = new long[window.slices()];
            long before = until(window.startMillis());
            for (int i = 0; i < volume.length; i++) {
                long after = until(window.endMillis(i));
                volume[i] = after - before;
                before = after;
            }
            return volume;
        }

        /** Units from the beginning of the day to a moment, rounded down. */
        private long until(long millis) {
            long whole = 0;
            for (Stretch one : stretches) {
                if (millis >= one.endMillis()) {
                    whole = Math.addExact(whole, one.volume());
                } else if (millis > one.startMillis()) {
                    return Math.addExact(
                            whole,
                            BigInteger.valueOf(one.volume())
                                    .multiply(BigInteger.valueOf(millis - one.startMillis()))
                                    .divide(BigInteger.valueOf(one.endMillis() - one.startMillis()))
                                    .longValueExact());
                }
            }
            return whole;
        }
    }

    /**
     * A part of the day.
     *
     * @param startMillis milliseconds since midnight at the venue
     * @param endMillis after the start
     * @param volume units traded in it, 0 or more
     */
    record Stretch(long startMillis, long endMillis, long volume) {}
}
