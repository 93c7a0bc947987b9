package dev.vesper.adapters.report.text;

/** Lines of a terminal: padded, cut, folded, and no control character in them. */
public final class Terminal {
    /** No line is longer. */
    public static final int WIDTH = 100;

    private static final int LINES = 3;

    private Terminal() {}

    /** One number of the day: its name, its value, and a word on it. */
    public static String figure(Ink ink, String label, String value, String note) {
        return "  " + ink.quiet(left(label, 8)) + ink.bold(right(value, 20)) + "   "
                + ink.quiet(fitted(note, WIDTH - 33));
    }

    /** Text at the left of its place. */
    public static String left(String text, int width) {
        String fitted = fitted(text, width - 1);
        return fitted + " ".repeat(width - fitted.codePointCount(0, fitted.length()));
    }

    /** Text at the right of its place. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
    }

    /** A sentence behind a label of ten characters, on at most {@value #LINES} lines, each under the first. */
    public static String folded(String text) {
        int room = WIDTH - 10;
        StringBuilder lines = new StringBuilder();
        String rest = fitted(text, LINES * room);
        for (int line = 1; ; line++) {
            int space = rest.lastIndexOf(' ', room);
            if (line == LINES || rest.length() <= room || space <= 0) {
                return lines.append(fitted(rest, room)).toString();
            }
            lines.append(rest, 0, space).append("\n          ");
            rest = rest.substring(space + 1);
        }
    }

    /** One line of text that a terminal cannot be tricked with: no control characters, not too long. */
    public static String fitted(String text, int width) {
        return ReportTexts.fitted(text.replaceAll("\\p{Cntrl}", " "), width);
    }
}
