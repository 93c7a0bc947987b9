package dev.vesper.adapters.rules.sheet;

/** How spreadsheets call their cells. */
final class CellName {
    private static final int LETTERS = 26;

    private CellName() {}

    /** {@code C7} of line 7 and column 2; columns count from 0. */
    static String of(int line, int column) {
        return letters(column) + line;
    }

    /** {@code AB} of column 27. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / LETTERS - 1) {
            letters.insert(0, (char) ('A' + c % LETTERS));
        }
        return letters.toString();
    }

    /** The column of {@code C7}, counted from 0; less than 0 where it is no name of a cell. */
    static int column(String name) {
        int column = 0;
        int i = 0;
        for (; i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z' && i < 3; i++) {
            column = column * LETTERS + name.charAt(i) - 'A' + 1;
        }
        return i < name.length() && Character.isDigit(name.charAt(i)) ? column - 1 : -1;
    }
}
