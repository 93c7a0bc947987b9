package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.basics.Numbers;
import dev.vesper.portfolio.SectorShare;
import java.util.ArrayList;
import java.util.List;

/** Sectors and cash of one currency, two bars each: before the day and after it. The smallest are drawn together. */
public final class SectorChart {
    private static final int SHOWN = 12;
    private static final int WIDTH = 500;
    private static final int ROW = 16;
    private static final int LEFT = 140;
    private static final int RIGHT = 104;
    private static final int TOP = 20;
    private static final double ROOM = WIDTH - LEFT - (double) RIGHT;

    private SectorChart() {}

    private record Row(String label, double before, double after) {}

    /**
     * Draws one currency.
     *
     * @param shares the largest first, cash last, at least one
     */
    public static String draw(List<SectorShare> shares) {
        List<Row> rows = rows(shares);
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.before, row.after))
                .max()
                .orElse(0);
        List<Double> ticks = AxisTicks.upTo(Math.max(most, 0.01), 4);
        double scale = ROOM / ticks.getLast();
        int height = TOP + rows.size() * ROW + 19;
        Svg svg = new Svg(WIDTH, height, "Sector allocation before and after");
        svg.bar(LEFT, 6, 16, 6, Svg.Ink.BEFORE).text(LEFT + 21.0, 13, Svg.Anchor.START, Svg.Ink.MUTED, "before");
        svg.bar(LEFT + 72.0, 6, 16, 6, Svg.Ink.ACCENT).text(LEFT + 93.0, 13, Svg.Anchor.START, Svg.Ink.MUTED, "after");
        svg.text(
                WIDTH - 2.0,
                13,
                Svg.Anchor.END,
                Svg.Ink.MUTED,
                "share of value, " + shares.getFirst().currency());
        for (double tick : ticks) {
            double x = LEFT + tick * scale;
            svg.line(x, TOP, x, height - 15.0, tick == 0 ? 1 : 0.6, tick == 0 ? Svg.Ink.AXIS : Svg.Ink.GRID);
            svg.text(
                    x,
                    height - 3.0,
                    Svg.Anchor.MIDDLE,
                    Svg.Ink.MUTED,
                    Numbers.percent(tick, ticks.getLast() < 0.04 ? 1 : 0));
        }
        double y = TOP;
        for (Row row : rows) {
            svg.text(LEFT - 8.0, y + 12, Svg.Anchor.END, Svg.Ink.TEXT, ReportTexts.fitted(row.label, 22));
            svg.bar(LEFT, y + 2, Math.max(0, row.before) * scale, 5, Svg.Ink.BEFORE);
            svg.bar(LEFT, y + 8, Math.max(0, row.after) * scale, 5, Svg.Ink.ACCENT);
            svg.text(WIDTH - 56.0, y + 12, Svg.Anchor.END, Svg.Ink.MUTED, Numbers.percent(row.before, 1));
            svg.text(WIDTH - 49.0, y + 12, Svg.Anchor.START, Svg.Ink.MUTED, "→");
            svg.text(WIDTH - 2.0, y + 12, Svg.Anchor.END, Svg.Ink.TEXT, Numbers.percent(row.after, 1));
            y += ROW;
        }
        return svg.toString();
    }

    private static List<Row> rows(List<SectorShare> shares) {
        List<Row> rows = new ArrayList<>();
        List<SectorShare> sectors = shares.stream()
                .filter(s -> !s.sector().equals(SectorShare.CASH))
                .toList();
        sectors.stream().limit(SHOWN).forEach(s -> rows.add(new Row(s.sector(), s.shareBefore(), s.shareAfter())));
        List<SectorShare> rest = sectors.subList(Math.min(SHOWN, sectors.size()), sectors.size());
        if (!rest.isEmpty()) {
            rows.add(new Row(
                    Numbers.count(rest.size()) + " others",
                    rest.stream().mapToDouble(SectorShare::shareBefore).sum(),
                    rest.stream().mapToDouble(SectorShare::shareAfter).sum()));
        }
        shares.stream()
                .filter(s -> s.sector().equals(SectorShare.CASH))
                .forEach(s -> rows.add(new Row(s.sector(), s.shareBefore(), s.shareAfter())));
        return rows;
    }
}
