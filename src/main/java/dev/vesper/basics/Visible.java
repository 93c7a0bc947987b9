package dev.vesper.basics;

/**
 * Text of people and files as it may be shown: on a terminal, in a log, in a list, on a page. What moves a cursor, turns
 * the direction of writing, ends a line or is not there to be seen is written as in Java and JSON, for example a backslash and {@code
 * u001b} for an escape; all else stays. Inside a JSON text the result is JSON of the same meaning.
 */
public final class Visible {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Visible() {}

    /** As one line: line ends and tabs are written out too. */
    public static String line(String text) {
        return shown(text, false);
    }

    /** As several lines: line ends and tabs stay; a carriage return stays where a line feed follows it. */
    public static String lines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean layout) {
        int kept = 0;
        while (kept < text.length() && stays(text, kept, text.codePointAt(kept), layout)) {
            kept += Character.charCount(text.codePointAt(kept));
        }
        if (kept == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, kept);
        for (int at = kept; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (stays(text, at, c, layout)) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u").append(HEX[unit >> 12]).append(HEX[(unit >> 8) & 15]);
                    shown.append(HEX[(unit >> 4) & 15]).append(HEX[unit & 15]);
                }
            }
            at += Character.charCount(c);
        }
        return shown.toString();
    }

    /**
     * Letters, marks and symbols that fonts show nothing of: the fillers of Hangul, the vowels of Khmer that are written no
     * more, variation selectors, the joiner of graphemes, the blank of Braille. Source: Unicode's
     * Default_Ignorable_Code_Point, but for the categories that are written out anyway; U+2800 besides.
     */
    private static boolean isUnseen(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    private static boolean stays(String text, int at, int c, boolean layout) {
        if (c >= ' ' && c < 0x7F) {
            return true;
        }
        if (c < ' ') {
            return layout
                    && (c == '\n' || c == '\t' || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n'));
        }
        if (isUnseen(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
