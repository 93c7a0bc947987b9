package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.basics.Numbers;
import dev.vesper.execution.cost.IntradayProfile;
import java.util.List;
import java.util.Locale;

/** When the day traded: notional filled in each time slice of the session, one shade for each venue; those beyond the fifth share one. */
public final class SessionChart {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 118;
    private static final int LEFT = 58;
    private static final int RIGHT = 6;
    private static final int TOP = 22;
    private static final int BOTTOM = 20;
    private static final Svg.Ink[] SHADES = {
        Svg.Ink.ACCENT, Svg.Ink.SERIES_2, Svg.Ink.SERIES_3, Svg.Ink.SERIES_4, Svg.Ink.BEFORE
    };

    private static final int LONGEST = 14;

    private SessionChart() {}

    public static String draw(IntradayProfile profile) {
        List<Double> ticks = AxisTicks.upTo(profile.busiest().doubleValue(), 3);
        Svg svg = new Svg(WIDTH, HEIGHT, "Notional filled in each slice of the session by venue");
        double x = LEFT;
        for (int v = 0; v < profile.venues().size(); v++) {
            String venue =
                    v < SHADES.length ? ReportTexts.fitted(profile.venues().get(v), LONGEST) : "";
            if (venue.isEmpty()) {
                continue;
            }
            svg.bar(x, 4, 14, 9, shade(v)).text(x + 19, 12, Svg.Anchor.START, Svg.Ink.MUTED, venue);
            x += 34 + venue.length() * 7.0;
        }
        axes(svg, ticks, profile.session().openMillis(), profile.session().closeMillis());
        bars(svg, profile, ticks.getLast());
        return svg.toString();
    }

    private static void bars(Svg svg, IntradayProfile profile, double top) {
        double step = (WIDTH - LEFT - RIGHT) / (double) profile.slices().size();
        double scale = (HEIGHT - TOP - BOTTOM) / top;
        for (int i = 0; i < profile.slices().size(); i++) {
            double y = HEIGHT - (double) BOTTOM;
            for (int v = 0; v < profile.venues().size(); v++) {
                double h = profile.notional(i, profile.venues().get(v)).doubleValue() * scale;
                svg.bar(LEFT + i * step + step * 0.12, y - h, step * 0.76, h, shade(v));
                y -= h;
            }
        }
    }

    private static void axes(Svg svg, List<Double> ticks, long open, long close) {
        double scale = (HEIGHT - TOP - BOTTOM) / ticks.getLast();
        for (double tick : ticks) {
            double y = HEIGHT - BOTTOM - tick * scale;
            svg.line(LEFT, y, WIDTH - (double) RIGHT, y, tick == 0 ? 1 : 0.6, tick == 0 ? Svg.Ink.AXIS : Svg.Ink.GRID);
            svg.text(LEFT - 6.0, y + 4, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.tick(tick));
        }
        double perMilli = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, close - open);
        long hour = 3_600_000;
        long every = close - open > 10 * hour ? 2 * hour : hour;
        for (long t = (open + every - 1) / every * every; t <= close; t += every) {
            String clock = String.format(Locale.ROOT, "%02d:00", t / hour);
            double x = Math.clamp(LEFT + (t - open) * perMilli, LEFT, WIDTH - RIGHT - 14.0);
            svg.text(x, HEIGHT - 5.0, Svg.Anchor.MIDDLE, Svg.Ink.MUTED, clock);
        }
    }

    private static Svg.Ink shade(int venue) {
        return SHADES[Math.min(venue, SHADES.length - 1)];
    }
}
