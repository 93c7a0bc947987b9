package dev.vesper.adapters.report.chart;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.FullestSubject;
import dev.vesper.limits.Outcome;

/**
 * How much of one limit is used, as a bar in a cell of a table: so the drawing has the table's head, and breaks between
 * sheets where its rows do.
 */
public final class UtilisationBar {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 12;
    /** A bar beyond this share of the limit is cut off: its number stands beside it. */
    private static final double MOST = 1.5;

    private static final double SCALE = (WIDTH - 2) / MOST;

    private UtilisationBar() {}

    /** One SVG element: the bar, a mark where the rule begins to warn, and a line that is the limit. */
    public static String draw(FullestSubject subject) {
        Svg svg = new Svg(WIDTH, HEIGHT, Numbers.percent(subject.utilisation(), 0) + " of the limit");
        svg.line(0.5, 0, 0.5, HEIGHT, 1, Svg.Ink.AXIS);
        svg.bar(
                1,
                2,
                Math.min(Math.max(0, subject.utilisation()), MOST) * SCALE,
                8,
                ink(subject.verdict().outcome()));
        subject.warningShare()
                .filter(share -> share < MOST)
                .ifPresent(share -> svg.line(1 + share * SCALE, 1, 1 + share * SCALE, 11, 1.4, Svg.Ink.WARN_MARK));
        svg.line(1 + SCALE, 0, 1 + SCALE, HEIGHT, 1.6, Svg.Ink.TEXT);
        return svg.toString();
    }

    private static Svg.Ink ink(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Svg.Ink.ACCENT;
            case WARN -> Svg.Ink.WARN;
            case CUT, DENY -> Svg.Ink.BREACH;
        };
    }
}
