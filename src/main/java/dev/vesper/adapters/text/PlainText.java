package dev.vesper.adapters.text;

import java.text.Normalizer;

/** Text as a reader sees it: without the blanks, marks and forms that make two cells differ though they look alike. */
public final class PlainText {
    private PlainText() {}

    /** Without blanks at its ends, those of other scripts and no-break spaces among them. */
    public static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    /**
     * A name without what cannot be seen: compatibility forms become plain ones (full-width A is A), invisible characters
     * go, and any blank is a space.
     */
    public static String visible(String text) {
        if (ascii(text)) {
            return text.strip();
        }
        StringBuilder seen = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !invisible(c))
                .map(c -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c)
                .forEach(seen::appendCodePoint);
        return seen.toString().strip();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E || text.charAt(i) < ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(char c) {
        return c <= ' ' || (c > 0x7E && (Character.isSpaceChar(c) || Character.isWhitespace(c) || invisible(c)));
    }

    /** Formats, variation selectors, and letters that are drawn as nothing. */
    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }
}
