package dev.vesper.adapters.console;

import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.basics.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * One of the panels of a picture over the hours of a session: which moment and value lies where.
 *
 * @param low value at its lower edge
 * @param high at its upper edge
 */
record LifePanel(
        double left,
        double right,
        double top,
        double bottom,
        long fromMillis,
        long untilMillis,
        double low,
        double high) {
    private static final long HOUR = 3_600_000;
    private static final double HALF_A_WORD = 17;

    double x(long millis) {
        long shown = Math.clamp(millis, fromMillis, untilMillis);
        return left + (right - left) * (shown - fromMillis) / (untilMillis - fromMillis);
    }

    double y(double value) {
        return bottom - (bottom - top) * (value - low) / (high - low);
    }

    /** Lines at round values, what they are, and what the panel shows. */
    void axis(Picture.Sheet sheet, String title, List<Double> ticks, boolean price) {
        sheet.write("label", left, top - 7, title);
        Picture.Pen grid = new Picture.Pen();
        double step = ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0);
        int places = Math.max(2, (int) Math.ceil(-Math.log10(step) - 1e-9));
        for (double tick : ticks) {
            grid.line(left, y(tick), right, y(tick));
            sheet.write(
                    "end",
                    left - 6,
                    y(tick) + 4,
                    price ? Numbers.decimals(BigDecimal.valueOf(tick), places) : Numbers.tick(tick));
        }
        sheet.mark("grid", grid);
    }

    /** The hours below it, as many as there is room for. */
    void hours(Picture.Sheet sheet, double roomForOne) {
        long every = HOUR;
        while ((untilMillis - fromMillis) / (double) every * roomForOne > right - left) {
            every += HOUR;
        }
        double last = Double.NEGATIVE_INFINITY;
        for (long t = (fromMillis + every - 1) / every * every; t <= untilMillis; t += every) {
            double x = Math.min(x(t), right - HALF_A_WORD);
            if (x - last > 2 * HALF_A_WORD + 4) {
                sheet.write("middle", x, bottom + 17, String.format(Locale.ROOT, "%02d:00", t / HOUR));
                last = x;
            }
        }
    }

    /** A panel from zero up to a round number. */
    static LifePanel fromZero(LifePanel frame, double highest, int lines) {
        List<Double> ticks = AxisTicks.upTo(highest, lines);
        return frame.with(0, ticks.getLast());
    }

    LifePanel with(double newLow, double newHigh) {
        return new LifePanel(left, right, top, bottom, fromMillis, untilMillis, newLow, newHigh);
    }
}
