package dev.vesper.execution;

import dev.vesper.execution.engine.Curve;
import dev.vesper.orders.SlicingStrategy;

/** How much of an order is due, and from when on, by the strategy of its parent: what the engine follows. */
public final class StrategyCurve {
    private static final long NANOS = 1_000_000;

    private StrategyCurve() {}

    /**
     * The curve of one order over its session. A share of the volume needs a volume: where none is known, time takes its place.
     *
     * @param lots of the order, 1 or more
     * @param minimum lots of the smallest child worth sending, 1 or more
     * @param volumeKnown whether the market's trades are told
     */
    public static Curve of(SlicingStrategy strategy, Session session, long lots, long minimum, boolean volumeKnown) {
        return strategy == SlicingStrategy.POV && volumeKnown
                ? Curve.atOnce(nanos(session.openMillis()), nanos(session.closeMillis()), lots)
                : even(session, lots, minimum);
    }

    /**
     * The same at the beginning of each slice. An order of so few lots that they would be worth no child in some slices goes
     * in {@code lots / minimum} steps, spread evenly, half a step from either end of the day. Example: 35 lots with a minimum
     * of 10 over 13 slices go in three: 11 in the third, 12 in the seventh, 12 in the eleventh.
     */
    private static Curve even(Session session, long lots, long minimum) {
        int slices = session.slices();
        long children = Math.clamp(lots / minimum, 1L, slices);
        long[] times = new long[(int) children];
        long[] due = new long[(int) children];
        int points = 0;
        long before = 0;
        for (int slice = 0; slice < slices; slice++) {
            long steps = (2 * (slice + 1L) * children + slices) / (2L * slices);
            long target = lots / children * steps + lots % children * steps / children;
            if (target > before) {
                times[points] = nanos(session.startMillis(slice));
                due[points++] = target;
                before = target;
            }
        }
        return new Curve(nanos(session.openMillis()), nanos(session.closeMillis()), times, due);
    }

    private static long nanos(long millis) {
        return millis * NANOS;
    }
}
