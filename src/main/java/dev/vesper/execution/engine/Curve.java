package dev.vesper.execution.engine;

import dev.vesper.execution.schedule.Schedule;
import java.util.Arrays;

/**
 * How much of a parent is due, and from when on: a time-weighted, volume-weighted or Almgren-Chriss schedule, made before and
 * handed over in whole lots, so that no engine reckons with real numbers.
 *
 * @param startNanos nanoseconds since midnight at the venue; volume counts from here
 * @param endNanos the same; nothing is sent from here on
 * @param times ascending, from the start on and before the end
 * @param lots due in all from each time on, never falling; the last is all of the parent
 */
@SuppressWarnings("ArrayRecordComponent") // one is made for each order; nobody compares them
public record Curve(long startNanos, long endNanos, long[] times, long[] lots) {
    private static final long NANOS = 1_000_000;

    /** All from the start on: with a cap a share of the volume (POV), with a display an iceberg. */
    public static Curve atOnce(long startNanos, long endNanos, long lots) {
        return new Curve(startNanos, endNanos, new long[] {startNanos}, new long[] {lots});
    }

    /** The lots of each slice from its beginning on; slices without any are left out. */
    public static Curve of(Schedule schedule) {
        long[] slices = schedule.lots();
        long[] times = new long[slices.length];
        long[] lots = new long[slices.length];
        int points = 0;
        long sum = 0;
        for (int i = 0; i < slices.length; i++) {
            if (slices[i] > 0) {
                sum += slices[i];
                times[points] = schedule.window().startMillis(i) * NANOS;
                lots[points++] = sum;
            }
        }
        return new Curve(
                schedule.window().startMillis() * NANOS,
                schedule.window().endMillis(slices.length - 1) * NANOS,
                Arrays.copyOf(times, points),
                Arrays.copyOf(lots, points));
    }
}
