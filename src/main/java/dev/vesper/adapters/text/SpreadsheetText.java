package dev.vesper.adapters.text;

/**
 * Text that a spreadsheet shows and does not run: what begins like a formula gets an apostrophe in front, and what begins with
 * an apostrophe gets another, so that the first apostrophe can always be taken away again.
 */
public final class SpreadsheetText {
    private static final String STARTS = "=+-@\t\r'";

    private SpreadsheetText() {}

    /** For example {@code '=1+1} of {@code =1+1}. */
    public static String harmless(String value) {
        return !value.isEmpty() && STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    /** What {@link #harmless} was made of. */
    public static String original(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
