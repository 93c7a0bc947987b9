package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.Range;
import java.util.List;
import java.util.SortedSet;

/** What single cells of a table say: values of another kind, and words that a firm has not. */
record CellFindings(TableCells cells) {
    /** A value of another kind is no test of this column. */
    void kinds() {
        for (int r = 0; r < cells.rows().size(); r++) {
            for (int c = 0; c < cells.columns().size(); c++) {
                if (cells.facts().get(c).isPresent()
                        && cells.rows().get(r).get(c) instanceof Cell.Opaque(String text)) {
                    Kind kind = cells.columns().get(c).kind();
                    for (Kind other : Kind.values()) {
                        if (other != kind && CellText.read(text, other) instanceof Cell.Fits) {
                            cells.table()
                                    .findings()
                                    .error(
                                            cells.place(
                                                    r + 1,
                                                    cells.columns().get(c).name()),
                                            "wrong-type",
                                            "Expected " + example(kind) + ", but the cell says " + text
                                                    + "; maybe it belongs into another column");
                            break;
                        }
                    }
                }
            }
        }
    }

    private static String example(Kind kind) {
        return switch (kind) {
            case NUMBER -> "a number or a test of numbers, such as 10 or > 1000";
            case TEXT -> "a text in quotes, such as \"Energy\"";
            case TRUTH -> "true or false";
            case DAY -> "a day, such as date(\"2020-01-31\")";
        };
    }

    /** Adds what the cells say of a firm: words that it has not. */
    void compare(KnownFirm firm, boolean ofInstrument) {
        for (int c = 0; c < cells.columns().size(); c++) {
            int column = c;
            cells.facts()
                    .get(c)
                    .flatMap(fact -> firm.of(fact, ofInstrument))
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> compare(column, words));
        }
    }

    private void compare(int column, SortedSet<String> words) {
        String name = cells.columns().get(column).name();
        for (int r = 0; r < cells.rows().size(); r++) {
            if (cells.rows().get(r).get(column) instanceof Cell.Fits(List<Range> ranges, boolean nothing)) {
                for (Range range : ranges) {
                    if (range.low() instanceof String word && word.equals(range.high()) && !words.contains(word)) {
                        cells.add(
                                Severity.WARNING,
                                cells.place(r + 1, name),
                                "unknown-word",
                                "Expected a word that the firm has, but nothing of it is \"" + word + "\""
                                        + NearestName.hint(word, words));
                    }
                }
            }
        }
    }
}
