package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.basics.Numbers;
import dev.vesper.portfolio.Allocation;
import dev.vesper.portfolio.Allocation.Holding;
import java.util.ArrayList;
import java.util.List;

/**
 * Allocation of one account before and after the day against its target: two bars for each holding, and a mark where the
 * target is. The largest holdings by name, then all others as one number (a bar of 485 would hide the rest), then cash. So
 * that an account's block fits into a quarter of a sheet, more than {@value #FEW} rows stand in two drawings of one scale.
 */
public final class AllocationChart {
    private static final int SHOWN = 12;
    private static final int FEW = 8;
    private static final int ALONE = 400;
    private static final int HALF = 258;
    private static final int ROW = 14;
    private static final int LEFT = 66;
    private static final int RIGHT = 88;
    private static final int TOP = 18;

    private final String account;
    private final int width;
    private final List<Double> ticks;
    private final double scale;

    private AllocationChart(String account, int width, List<Double> ticks) {
        this.account = account;
        this.width = width;
        this.ticks = ticks;
        this.scale = room() / ticks.getLast();
    }

    private record Row(String label, Holding holding, boolean drawn) {}

    /**
     * Draws one account, in one drawing or in two that stand side by side.
     *
     * @param account its id
     */
    public static List<String> draw(String account, Allocation allocation) {
        List<Row> rows = rows(allocation);
        // an account in cash would flatten every other bar: cash is drawn cut where it is by far the longest
        double invested =
                allocation.largest(1).stream().mapToDouble(Holding::size).max().orElse(0);
        double cash = allocation.cash().size();
        boolean alone = rows.size() <= FEW;
        List<Double> ticks = AxisTicks.upTo(
                invested > 0 ? Math.max(invested, Math.min(cash, 1.25 * invested)) : cash, alone ? 4 : 3);
        AllocationChart chart = new AllocationChart(account, alone ? ALONE : HALF, ticks);
        int half = alone ? rows.size() : (rows.size() + 1) / 2;
        List<String> drawings = new ArrayList<>(List.of(chart.drawing(rows.subList(0, half), true)));
        if (!alone) {
            drawings.add(chart.drawing(rows.subList(half, rows.size()), false));
        }
        return drawings;
    }

    private double room() {
        return width - LEFT - (double) RIGHT;
    }

    private String drawing(List<Row> rows, boolean first) {
        int height = TOP + rows.size() * ROW + 17;
        Svg svg = new Svg(width, height, "Allocation of " + account + " before and after, with its target");
        if (first) {
            legend(svg);
        } else {
            svg.text(width - 2.0, 12, Svg.Anchor.END, Svg.Ink.MUTED, "share of value");
        }
        for (double tick : ticks) {
            double x = LEFT + tick * scale;
            svg.line(x, TOP, x, height - 14.0, tick == 0 ? 1 : 0.6, tick == 0 ? Svg.Ink.AXIS : Svg.Ink.GRID);
            int places = ticks.get(1) < 0.01 ? 1 : 0;
            svg.text(x, height - 3.0, Svg.Anchor.MIDDLE, Svg.Ink.MUTED, Numbers.percent(tick, places));
        }
        double y = TOP;
        for (Row row : rows) {
            svg.text(LEFT - 6.0, y + 11, Svg.Anchor.END, Svg.Ink.TEXT, ReportTexts.fitted(row.label, 10));
            if (row.drawn) {
                bars(svg, row.holding, y);
            } else {
                svg.text(LEFT + 5.0, y + 11, Svg.Anchor.START, Svg.Ink.MUTED, "together");
            }
            svg.text(width - 52.0, y + 11, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.percent(row.holding.before(), 1));
            svg.text(width - 48.0, y + 11, Svg.Anchor.START, Svg.Ink.MUTED, "→");
            svg.text(width - 2.0, y + 11, Svg.Anchor.END, Svg.Ink.TEXT, Numbers.percent(row.holding.after(), 1));
            y += ROW;
        }
        return svg.toString();
    }

    private void bars(Svg svg, Holding holding, double y) {
        bar(svg, holding.before() * scale, y + 1.5, Svg.Ink.BEFORE);
        bar(svg, holding.after() * scale, y + 7, Svg.Ink.ACCENT);
        double mark = Math.max(0, holding.target()) * scale;
        if (mark <= room()) {
            svg.line(LEFT + mark, y + 0.5, LEFT + mark, y + 13, 1.6, Svg.Ink.TEXT);
        }
    }

    /** One bar; what does not fit ends in a gap and a stub, and its number tells the rest. */
    private void bar(Svg svg, double length, double y, Svg.Ink ink) {
        if (length <= room()) {
            svg.bar(LEFT, y, Math.max(0, length), 5, ink);
        } else {
            svg.bar(LEFT, y, room() - 14, 5, ink).bar(LEFT + room() - 10, y, 10, 5, ink);
        }
    }

    private static void legend(Svg svg) {
        svg.bar(LEFT, 5, 14, 6, Svg.Ink.BEFORE).text(LEFT + 18.0, 12, Svg.Anchor.START, Svg.Ink.MUTED, "before");
        svg.bar(LEFT + 64.0, 5, 14, 6, Svg.Ink.ACCENT).text(LEFT + 82.0, 12, Svg.Anchor.START, Svg.Ink.MUTED, "after");
        svg.line(LEFT + 120.0, 1, LEFT + 120.0, 15, 1.6, Svg.Ink.TEXT)
                .text(LEFT + 126.0, 12, Svg.Anchor.START, Svg.Ink.MUTED, "target");
    }

    private static List<Row> rows(Allocation allocation) {
        List<Row> rows = new ArrayList<>();
        allocation.largest(SHOWN).forEach(holding -> rows.add(new Row(holding.symbol(), holding, true)));
        int rest = allocation.holdings().size() - SHOWN;
        allocation.others(SHOWN).ifPresent(others -> rows.add(new Row(Numbers.count(rest) + " others", others, false)));
        rows.add(new Row("Cash", allocation.cash(), true));
        return rows;
    }
}
