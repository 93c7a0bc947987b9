package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.Numbers;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.portfolio.Allocation;
import dev.vesper.portfolio.Allocation.Holding;
import java.util.ArrayList;
import java.util.List;

/**
 * Allocation of one account before and after the day against its target: two bars for each holding, and a mark where the
 * target is. The largest holdings by name, then all others as one number (a bar of 485 would hide the rest), then cash.
 */
public final class AllocationChart {
    private static final int SHOWN = 12;
    private static final int WIDTH = 640;
    private static final int ROW = 15;
    private static final int LEFT = 150;
    private static final int RIGHT = 118;
    private static final int TOP = 20;
    private static final double ROOM = WIDTH - LEFT - (double) RIGHT;

    private AllocationChart() {}

    private record Row(String label, Holding holding, boolean drawn) {}

    /**
     * Draws one account.
     *
     * @param account its id
     */
    public static String draw(String account, Allocation allocation) {
        List<Row> rows = rows(allocation);
        // an account in cash would flatten every other bar: cash is drawn cut where it is by far the longest
        double invested =
                allocation.largest(1).stream().mapToDouble(Holding::size).max().orElse(0);
        double cash = allocation.cash().size();
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
                bars(svg, row.holding, y, scale);
            } else {
                svg.text(LEFT + 5.0, y + 11.5, Svg.Anchor.START, Svg.Ink.MUTED, "together, not drawn");
            }
            svg.text(WIDTH - 66.0, y + 11.5, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.percent(row.holding.before(), 1));
            svg.text(WIDTH - 58.0, y + 11.5, Svg.Anchor.START, Svg.Ink.MUTED, "→");
            svg.text(WIDTH - 2.0, y + 11.5, Svg.Anchor.END, Svg.Ink.TEXT, Numbers.percent(row.holding.after(), 1));
            y += ROW;
        }
        return svg.toString();
    }

    private static void bars(Svg svg, Holding holding, double y, double scale) {
        bar(svg, holding.before() * scale, y + 2, Svg.Ink.BEFORE);
        bar(svg, holding.after() * scale, y + 7.5, Svg.Ink.ACCENT);
        double mark = Math.max(0, holding.target()) * scale;
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

    private static List<Row> rows(Allocation allocation) {
        List<Row> rows = new ArrayList<>();
        allocation.largest(SHOWN).forEach(holding -> rows.add(new Row(holding.symbol(), holding, true)));
        int rest = allocation.holdings().size() - SHOWN;
        allocation.others(SHOWN).ifPresent(others -> rows.add(new Row(Numbers.count(rest) + " others", others, false)));
        rows.add(new Row("Cash", allocation.cash(), true));
        return rows;
    }
}
