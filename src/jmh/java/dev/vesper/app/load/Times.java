package dev.vesper.app.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How long things took, from when they were meant to begin: who had to wait to begin is counted too. */
final class Times {
    private static final double NANOS_PER_MILLI = 1e6;

    private final String what;
    private final long[] nanos;
    private final AtomicInteger count = new AtomicInteger();

    Times(String what, int most) {
        this.what = what;
        this.nanos = new long[most];
    }

    void add(long taken) {
        int at = count.getAndIncrement();
        if ((at + 1) % 1000 == 0) {
            LoadMain.say(
                    "  %s: %d, the last thousand: %s", what, at + 1, over(Arrays.copyOfRange(nanos, at - 999, at)));
        }
        if (at < nanos.length) {
            nanos[at] = taken;
        }
    }

    String line(double seconds) {
        long[] sorted = Arrays.copyOf(nanos, Math.min(count.get(), nanos.length));
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-28s %7d  %6.1f/s  p50 %7.1f  p95 %7.1f  p99 %7.1f  most %7.1f ms",
                what,
                sorted.length,
                sorted.length / seconds,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1.0));
    }

    private static String over(long[] some) {
        Arrays.sort(some);
        return String.format(Locale.ROOT, "p50 %.1f, p99 %.1f ms", at(some, 0.5), at(some, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[
                                Math.min(
                                        sorted.length - 1,
                                        (int) Math.ceil(share * sorted.length) - 1 < 0
                                                ? 0
                                                : (int) Math.ceil(share * sorted.length) - 1)]
                        / NANOS_PER_MILLI;
    }
}
