package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.Numbers;
import dev.vesper.adapters.report.text.ReportTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Allocation of one account before and after the day against its target: two bars for each holding, and a mark where the
 * target is. The largest holdings by name, then all others as one number (a bar of 485 would hide the rest), then cash.
 */
public final class AllocationChart {
    private static final int SHOWN = 15;
    private static final int WIDTH = 640;
    private static final int ROW = 15;
    private static final int LEFT = 150;
    private static final int RIGHT = 118;
    private static final int TOP = 20;
    private static final double ROOM = WIDTH - LEFT - (double) RIGHT;

    private AllocationChart() {}

    private record Row(String label, double before, double target, double after, boolean drawn) {
        double size() {
            return Math.max(Math.abs(target), Math.max(Math.abs(after), Math.abs(before)));
        }

        Row plus(Row other) {
            return new Row(label, before + other.before, target + other.target, after + other.after, drawn);
        }
    }

    /**
     * Draws one account; all weights are shares of its value by symbol.
     *
     * @param account its id
     */
    public static String draw(
            String account,
            SortedMap<String, Double> before,
            SortedMap<String, Double> target,
            SortedMap<String, Double> after) {
        List<Row> rows = rows(before, target, after);
        // an account in cash would flatten every other bar: cash is drawn cut where it is by far the longest
        double invested = rows.subList(0, rows.size() - 1).stream()
                .filter(Row::drawn)
                .mapToDouble(Row::size)
                .max()
                .orElse(0);
        double cash = rows.getLast().size();
        List<Double> ticks = Ticks.upTo(invested > 0 ? Math.max(invested, Math.min(cash, 1.25 * invested)) : cash, 4);
        double scale = ROOM / ticks.getLast();
        int height = TOP + rows.size() * ROW + 19;
        Svg svg = new Svg(WIDTH, height, "Allocation of " + account + " before and after, with its target");
        legend(svg);
        for (double tick : ticks) {
            double x = LEFT + tick * scale;
            svg.line(x, TOP, x, height - 15.0, tick == 0 ? 1 : 0.6, tick == 0 ? Svg.Ink.AXIS : Svg.Ink.GRID);
            int places = ticks.get(1) < 0.01 ? 1 : 0;
            svg.text(x, height - 3.0, Svg.Anchor.MIDDLE, Svg.Ink.MUTED, Numbers.percent(tick, places));
        }
        double y = TOP;
        for (Row row : rows) {
            svg.text(LEFT - 8.0, y + 11.5, Svg.Anchor.END, Svg.Ink.TEXT, ReportTexts.fitted(row.label, 22));
            if (row.drawn) {
                bars(svg, row, y, scale);
            } else {
                svg.text(LEFT + 5.0, y + 11.5, Svg.Anchor.START, Svg.Ink.MUTED, "together, not drawn");
            }
            svg.text(WIDTH - 66.0, y + 11.5, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.percent(row.before, 1));
            svg.text(WIDTH - 58.0, y + 11.5, Svg.Anchor.START, Svg.Ink.MUTED, "→");
            svg.text(WIDTH - 2.0, y + 11.5, Svg.Anchor.END, Svg.Ink.TEXT, Numbers.percent(row.after, 1));
            y += ROW;
        }
        return svg.toString();
    }

    private static void bars(Svg svg, Row row, double y, double scale) {
        bar(svg, row.before * scale, y + 2, Svg.Ink.BEFORE);
        bar(svg, row.after * scale, y + 7.5, Svg.Ink.ACCENT);
        double mark = Math.max(0, row.target) * scale;
        if (mark <= ROOM) {
            svg.line(LEFT + mark, y + 0.5, LEFT + mark, y + 14, 1.6, Svg.Ink.TEXT);
        }
    }

    /** One bar; what does not fit ends in a gap and a stub, and its number tells the rest. */
    private static void bar(Svg svg, double length, double y, Svg.Ink ink) {
        if (length <= ROOM) {
            svg.bar(LEFT, y, Math.max(0, length), 5, ink);
        } else {
            svg.bar(LEFT, y, ROOM - 14, 5, ink).bar(LEFT + ROOM - 10, y, 10, 5, ink);
        }
    }

    private static void legend(Svg svg) {
        svg.bar(LEFT, 6, 16, 6, Svg.Ink.BEFORE).text(LEFT + 21.0, 13, Svg.Anchor.START, Svg.Ink.MUTED, "before");
        svg.bar(LEFT + 72.0, 6, 16, 6, Svg.Ink.ACCENT).text(LEFT + 93.0, 13, Svg.Anchor.START, Svg.Ink.MUTED, "after");
        svg.line(LEFT + 141.0, 2, LEFT + 141.0, 16, 1.6, Svg.Ink.TEXT)
                .text(LEFT + 148.0, 13, Svg.Anchor.START, Svg.Ink.MUTED, "target");
        svg.text(WIDTH - 2.0, 13, Svg.Anchor.END, Svg.Ink.MUTED, "share of value");
    }

    private static List<Row> rows(
            SortedMap<String, Double> before, SortedMap<String, Double> target, SortedMap<String, Double> after) {
        TreeSet<String> symbols = new TreeSet<>(before.keySet());
        symbols.addAll(target.keySet());
        symbols.addAll(after.keySet());
        List<Row> all = new ArrayList<>();
        for (String symbol : symbols) {
            all.add(new Row(
                    symbol,
                    before.getOrDefault(symbol, 0.0),
                    target.getOrDefault(symbol, 0.0),
                    after.getOrDefault(symbol, 0.0),
                    true));
        }
        all.removeIf(row -> row.size() < 1e-9);
        all.sort(Comparator.comparingDouble(Row::size).reversed().thenComparing(Row::label));
        Row cash = all.stream().reduce(new Row("Cash", 0, 0, 0, true), Row::plus);
        List<Row> rows = new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
        if (all.size() > SHOWN) {
            List<Row> rest = all.subList(SHOWN, all.size());
            rows.add(rest.stream().reduce(new Row(rest.size() + " others", 0, 0, 0, false), Row::plus));
        }
        rows.add(new Row("Cash", 1 - cash.before, 1 - cash.target, 1 - cash.after, true));
        return rows;
    }
}
