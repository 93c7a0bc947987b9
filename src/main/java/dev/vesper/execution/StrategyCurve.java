package dev.vesper.execution;

import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.VolumeCurve;
import dev.vesper.execution.schedule.Window;
import dev.vesper.orders.SlicingStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much of an order is due, and from when on, by the strategy of its parent: what the engine follows. */
public final class StrategyCurve {
    private static final long NANOS = 1_000_000;
    private static final long MINUTE = 60_000;
    /** Makes a small profile fine enough to be told minute by minute. */
    private static final long FINE = 1_440;

    private StrategyCurve() {}

    /**
     * The curve of one order over its session. A share of the volume needs a volume: where none is known, time takes its place.
     *
     * @param curves what shapes strategies that are not even
     * @param lots of the order, 1 or more
     * @param minimum lots of the smallest child worth sending, 1 or more
     * @param volumeKnown whether the market's trades are told
     */
    public static Curve of(
            SlicingStrategy strategy,
            CurveSettings curves,
            Session session,
            long lots,
            long minimum,
            boolean volumeKnown) {
        return switch (strategy) {
            case TWAP -> even(session, lots, minimum);
            case VWAP -> inParts(session, lots, minimum, byVolume(curves.volumeProfile(), session, lots));
            case IS -> inParts(session, lots, minimum, byUrgency(curves.urgency(), session, lots));
            case POV ->
                volumeKnown
                        ? Curve.atOnce(nanos(session.openMillis()), nanos(session.closeMillis()), lots)
                        : even(session, lots, minimum);
        };
    }

    /** By the volume that the profile has in each slice, told minute by minute: the last slice may be shorter. */
    private static long[] byVolume(List<Long> profile, Session session, long lots) {
        long open = session.openMillis();
        long length = session.closeMillis() - open;
        List<VolumeCurve.Stretch> stretches = new ArrayList<>();
        int parts = profile.size();
        for (int i = 0; i < parts; i++) {
            stretches.add(new VolumeCurve.Stretch(
                    open + length * i / parts, open + length * (i + 1) / parts, profile.get(i) * FINE));
        }
        Window minutes = new Window(open, session.closeMillis(), Math.toIntExact(Math.max(1, length / MINUTE)));
        long[] volume = new VolumeCurve.Profiled(stretches).in(minutes);
        long[] bySlice = new long[session.slices()];
        for (int i = 0; i < volume.length; i++) {
            bySlice[(int) ((minutes.startMillis(i) - open) / session.sliceMillis())] += volume[i];
        }
        return Schedule.asVolume(window(session), lots, bySlice).lots();
    }

    private static long[] byUrgency(double urgency, Session session, long lots) {
        int slices = session.slices();
        double length = session.closeMillis() - session.openMillis();
        double[] left = new double[slices + 1];
        left[0] = lots;
        for (int i = 0; i < slices; i++) {
            left[i + 1] = lots * AlmgrenChriss.left(urgency, (session.closeMillis() - session.endMillis(i)) / length);
        }
        return Schedule.asHoldings(window(session), lots, left).lots();
    }

    private static Window window(Session session) {
        return new Window(session.openMillis(), session.closeMillis(), session.slices());
    }

    /** The lots of each slice from its beginning on; what is worth no child goes with the next that is, or at the end. */
    private static Curve inParts(Session session, long lots, long minimum, long[] parts) {
        long[] times = new long[parts.length];
        long[] due = new long[parts.length];
        int points = 0;
        long sum = 0;
        for (int slice = 0; slice < parts.length; slice++) {
            sum += parts[slice];
            long before = points == 0 ? 0 : due[points - 1];
            if (sum > before && (sum - before >= minimum || sum == lots)) {
                times[points] = nanos(session.startMillis(slice));
                due[points++] = sum;
            }
        }
        return new Curve(
                nanos(session.openMillis()),
                nanos(session.closeMillis()),
                Arrays.copyOf(times, points),
                Arrays.copyOf(due, points));
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
