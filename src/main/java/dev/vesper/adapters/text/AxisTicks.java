package dev.vesper.adapters.text;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis. */
public final class AxisTicks {
    private AxisTicks() {}

    /** Steps of 1, 2 or 5 times a power of ten from zero up to the first that covers the value; at least two. */
    public static List<Double> upTo(double value, int about) {
        double step = step(value <= 0 ? 1 : value, about);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i == 0 || ticks.getLast() < value * 0.9999 || i < 2; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Round numbers within a range, for an axis that does not start at zero. */
    public static List<Double> within(double low, double high, int about) {
        double step = step(high - low, about);
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static double step(double range, int about) {
        double raw = Math.max(range, 1e-12) / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) {
            if (raw <= factor * power * 1.0001) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
