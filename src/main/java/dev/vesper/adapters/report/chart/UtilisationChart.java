package dev.vesper.adapters.report.chart;

import dev.vesper.adapters.report.text.Numbers;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.limits.FullestSubject;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.util.List;

/**
 * How full the limits are: for each account and rule the fullest subject, as a bar that ends at the limit. A mark shows
 * where the warning begins; a bar that goes over is what the day cut or denied.
 */
public final class UtilisationChart {
    private static final int SHOWN = 12;
    private static final int WIDTH = 1030;
    private static final int ROW = 17;
    private static final int LEFT = 300;
    private static final int RIGHT = 210;
    private static final int TOP = 24;
    /** Bars beyond this share of the limit are cut off and say their number. */
    private static final double MOST = 1.5;

    private UtilisationChart() {}

    /**
     * Draws the fullest.
     *
     * @param rows the fullest first, at least one
     */
    public static String draw(List<FullestSubject> rows, String runId) {
        List<FullestSubject> shown = rows.subList(0, Math.min(SHOWN, rows.size()));
        double most = Math.clamp(shown.getFirst().utilisation(), 1.1, MOST);
        double scale = (WIDTH - LEFT - RIGHT) / most;
        int height = TOP + shown.size() * ROW + 20 + (rows.size() > SHOWN ? 16 : 0);
        double bottom = TOP + shown.size() * (double) ROW + 2;
        Svg svg = new Svg(WIDTH, height, "Limit utilisation, fullest first");
        legend(svg);
        for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double x = LEFT + tick * scale;
            boolean limit = tick == 1;
            svg.line(x, TOP - 2.0, x, bottom, limit ? 1.4 : 0.6, limit ? Svg.Ink.TEXT : Svg.Ink.GRID);
            svg.text(x, bottom + 13, Svg.Anchor.MIDDLE, Svg.Ink.MUTED, limit ? "limit" : Numbers.percent(tick, 0));
        }
        double y = TOP;
        for (FullestSubject row : shown) {
            row(svg, row, runId, y, scale, most);
            y += ROW;
        }
        if (rows.size() > SHOWN) {
            svg.text(
                    LEFT,
                    height - 3.0,
                    Svg.Anchor.START,
                    Svg.Ink.MUTED,
                    Numbers.count(rows.size() - SHOWN) + " emptier ones are in limits.csv");
        }
        return svg.toString();
    }

    private static void row(Svg svg, FullestSubject row, String runId, double y, double scale, double most) {
        Verdict verdict = row.verdict();
        svg.text(
                LEFT - 8.0,
                y + 12,
                Svg.Anchor.END,
                Svg.Ink.TEXT,
                ReportTexts.fitted(verdict.rule().name() + " · " + subject(verdict, runId), 46));
        svg.bar(LEFT, y + 3, Math.min(row.utilisation(), most) * scale, 11, ink(verdict.outcome()));
        row.warningShare().ifPresent(share -> {
            double x = LEFT + share * scale;
            svg.line(x, y + 1, x, y + 16, 1.4, Svg.Ink.TEXT);
        });
        svg.text(
                WIDTH - 148.0,
                y + 12,
                Svg.Anchor.END,
                verdict.outcome() == Outcome.PASS ? Svg.Ink.TEXT : ink(verdict.outcome()),
                verdict.outcome() != Outcome.PASS,
                Numbers.percent(row.utilisation(), 0));
        svg.text(
                WIDTH - 2.0,
                y + 12,
                Svg.Anchor.END,
                Svg.Ink.MUTED,
                Numbers.plain(row.used()) + " of " + Numbers.plain(row.limit()));
    }

    /** Account and subject, with an order by its number in the run. */
    private static String subject(Verdict verdict, String runId) {
        String subject = verdict.subject().replace(runId + "-", "order ");
        return subject.startsWith(verdict.account()) || verdict.account().isBlank()
                ? subject
                : verdict.account() + " · " + subject;
    }

    private static Svg.Ink ink(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Svg.Ink.ACCENT;
            case WARN -> Svg.Ink.WARN;
            case CUT, DENY -> Svg.Ink.BREACH;
        };
    }

    private static void legend(Svg svg) {
        double x = LEFT;
        Object[][] keys = {
            {Svg.Ink.ACCENT, "within", 66.0}, {Svg.Ink.WARN, "warned", 70.0}, {Svg.Ink.BREACH, "cut or denied", 106.0}
        };
        for (Object[] key : keys) {
            svg.bar(x, 4, 14, 9, (Svg.Ink) key[0]);
            svg.text(x + 19, 12, Svg.Anchor.START, Svg.Ink.MUTED, (String) key[1]);
            x += (double) key[2];
        }
        svg.line(x + 4, 1, x + 4, 15, 1.4, Svg.Ink.TEXT)
                .text(x + 11, 12, Svg.Anchor.START, Svg.Ink.MUTED, "warning level");
    }
}
