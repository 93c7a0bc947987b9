package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.basics.Numbers;
import dev.vesper.portfolio.Backcast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Value and drawdown of today's holdings through the price history. A long rise is drawn on a logarithmic scale. */
public final class EquityChart {
    /** Over the whole page. */
    public static final int WIDE = 1030;
    /** On a telephone. */
    public static final int NARROW = 360;

    private static final int LEFT = 52;
    private static final int RIGHT = 62;
    private static final int TOP = 18;
    private static final int UPPER = 74;
    private static final int GAP = 20;
    private static final int LOWER = 30;
    private static final int HEIGHT = TOP + UPPER + GAP + LOWER + 18;
    private static final int POINTS = 500;

    private final int width;
    private final Svg svg;
    private final Backcast backcast;
    private final double[] down;
    private final List<Integer> shown;
    private final boolean logarithmic;

    private EquityChart(Backcast backcast, int width) {
        this.width = width;
        this.backcast = backcast;
        this.down = backcast.drawdowns();
        this.shown = thinned(backcast.values(), down);
        double low = java.util.Arrays.stream(backcast.values()).min().orElse(1);
        double high = java.util.Arrays.stream(backcast.values()).max().orElse(1);
        this.logarithmic = low > 0 && high / low > 6;
        this.svg = new Svg(width, HEIGHT, "Backcast of the holdings after trading: value and drawdown");
    }

    /**
     * Empty where there are not two days to join.
     *
     * @param width in pixels: {@link #WIDE} or {@link #NARROW}
     * @param benchmark over the same days, drawn in grey; left out where its days are others
     */
    public static Optional<String> draw(Backcast backcast, Backcast benchmark, String currency, int width) {
        if (backcast.values().length < 2) {
            return Optional.empty();
        }
        EquityChart chart = new EquityChart(backcast, width);
        chart.years();
        chart.value(currency, benchmark);
        chart.drawdown();
        return Optional.of(chart.svg.toString());
    }

    private void value(String currency, Backcast benchmark) {
        double[] values = backcast.values();
        double[] beside = benchmark.dates().equals(backcast.dates()) ? benchmark.values() : new double[0];
        double low = DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(beside))
                .min()
                .orElse(0);
        double high = DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(beside))
                .max()
                .orElse(1);
        double room = logarithmic ? 0 : Math.max((high - low) * 0.06, Math.abs(high) * 1e-6);
        double from = axis(low - room);
        double scale = UPPER / Math.max(axis(high + room) - from, 1e-12);
        for (double tick : logarithmic ? decades(low, high) : AxisTicks.within(low - room, high + room, 4)) {
            double y = TOP + UPPER - (axis(tick) - from) * scale;
            svg.line(LEFT, y, width - (double) RIGHT, y, 0.6, Svg.Ink.GRID);
            svg.text(LEFT - 6.0, y + 4, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.tick(tick));
        }
        if (beside.length > 0) {
            svg.path(points(i -> TOP + UPPER - (axis(beside[i]) - from) * scale), 1.2, Svg.Ink.AXIS);
            svg.line(width - 214.0, TOP - 11.0, width - 198.0, TOP - 11.0, 1.2, Svg.Ink.AXIS);
            svg.text(width - 192.0, TOP - 7.0, Svg.Anchor.START, Svg.Ink.MUTED, "benchmark: equal parts");
        }
        svg.path(points(i -> TOP + UPPER - (axis(values[i]) - from) * scale), 1.5, Svg.Ink.ACCENT);
        double last = values[values.length - 1];
        double y = TOP + UPPER - (axis(last) - from) * scale;
        svg.text(
                width - RIGHT + 6.0,
                y + 4,
                Svg.Anchor.START,
                Svg.Ink.ACCENT,
                true,
                Numbers.compact(BigDecimal.valueOf(last)));
        svg.text(
                LEFT,
                TOP - 7.0,
                Svg.Anchor.START,
                Svg.Ink.MUTED,
                "Value, " + currency + (logarithmic ? ", logarithmic scale" : ""));
    }

    private void drawdown() {
        int top = TOP + UPPER + GAP;
        Optional<Backcast.Drawdown> worst = backcast.maximumDrawdown();
        List<Double> ticks =
                AxisTicks.upTo(Math.max(-worst.map(Backcast.Drawdown::share).orElse(0.0), 0.01), 3);
        double deepest = ticks.getLast();
        double scale = LOWER / deepest;
        for (double tick : ticks) {
            double y = top + tick * scale;
            svg.line(LEFT, y, width - (double) RIGHT, y, tick == 0 ? 1 : 0.6, tick == 0 ? Svg.Ink.AXIS : Svg.Ink.GRID);
            svg.text(LEFT - 6.0, y + 4, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.percent(-tick, deepest < 0.04 ? 1 : 0));
        }
        String line = points(i -> top - down[i] * scale);
        svg.area(Svg.point(x(0), top) + " " + line + " " + Svg.point(x(down.length - 1), top), Svg.Ink.ACCENT_LIGHT);
        svg.text(LEFT, top - 7.0, Svg.Anchor.START, Svg.Ink.MUTED, "Drawdown");
        worst.ifPresent(lowest -> svg.text(
                Math.clamp(x(backcast.dates().indexOf(lowest.on())), LEFT + 60.0, width - RIGHT - 60.0),
                top - 7.0,
                Svg.Anchor.MIDDLE,
                Svg.Ink.TEXT,
                Numbers.percent(lowest.share(), 1) + " on " + lowest.on()));
    }

    private void years() {
        LocalDate first = backcast.dates().getFirst();
        LocalDate last = backcast.dates().getLast();
        long months = Math.max(1, ChronoUnit.MONTHS.between(first, last));
        long step = List.of(1L, 3L, 6L, 12L, 24L, 60L, 120L).stream()
                .filter(s -> months / s <= (width == NARROW ? 6 : 12))
                .findFirst()
                .orElse(240L);
        LocalDate at = LocalDate.of(first.getYear() - (int) (first.getYear() % Math.max(1, step / 12)), 1, 1);
        for (; !at.isAfter(last); at = at.plusMonths(step)) {
            if (!at.isBefore(first)) {
                int index = java.util.Collections.binarySearch(backcast.dates(), at);
                double x = x(Math.min(index < 0 ? -index - 1 : index, backcast.values().length - 1));
                svg.line(x, TOP, x, HEIGHT - 16.0, 0.6, Svg.Ink.GRID);
                String label = step >= 12
                        ? Integer.toString(at.getYear())
                        : String.format(Locale.ROOT, "%d-%02d", at.getYear(), at.getMonthValue());
                svg.text(x, HEIGHT - 4.0, Svg.Anchor.MIDDLE, Svg.Ink.MUTED, label);
            }
        }
    }

    private String points(java.util.function.IntToDoubleFunction y) {
        return shown.stream().map(i -> Svg.point(x(i), y.applyAsDouble(i))).collect(Collectors.joining(" "));
    }

    private double x(int index) {
        return LEFT + (width - LEFT - RIGHT) * (double) index / (backcast.values().length - 1);
    }

    private double axis(double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    private static List<Double> decades(double low, double high) {
        List<Double> ticks = new java.util.ArrayList<>();
        boolean sparse = high / low > 300;
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double factor : sparse ? new double[] {1} : new double[] {1, 2, 5}) {
                if (power * factor >= low && power * factor <= high) {
                    ticks.add(power * factor);
                }
            }
        }
        return ticks;
    }

    /** The first and last day, and from each stretch the lowest, the highest and the deepest. */
    private static List<Integer> thinned(double[] values, double[] down) {
        TreeSet<Integer> kept = new TreeSet<>(List.of(0, values.length - 1));
        int stretch = Math.max(1, values.length / POINTS);
        for (int from = 0; from < values.length; from += stretch) {
            int low = from;
            int high = from;
            int deep = from;
            for (int i = from; i < Math.min(values.length, from + stretch); i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
                deep = down[i] < down[deep] ? i : deep;
            }
            kept.addAll(List.of(low, high, deep));
        }
        return List.copyOf(kept);
    }
}
