package dev.vesper.desk.quarantine;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.checkdata.JudgeAgain;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.run.RunRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds the rows that somebody asks about as they were delivered, and puts the new values beside the old ones. */
record AskedRows(JudgeAgain judge) {
    private static final int LONGEST = 100;

    /** @throws Problem of kind INPUT where a row was not set aside, or a column or a value is none */
    List<RowChange> rows(RunRecord run, RowAsk ask) {
        if (ask.act() == RowAct.CORRECT == ask.values().isEmpty()) {
            throw Problem.usage("Expected new values where a row is corrected, and only there, but to "
                    + ask.act().word() + " got " + (ask.values().isEmpty() ? "none" : "some"));
        }
        ask.values().forEach(AskedRows::mustBeValue);
        Map<RowPlace, Map<String, String>> cells = judge.cells(run.id(), new HashSet<>(ask.rows()));
        RawObject file = judge.file(run);
        return ask.rows().stream()
                .map(place -> change(run, ask, place, cells.get(place), file))
                .toList();
    }

    private static RowChange change(
            RunRecord run,
            RowAsk ask,
            RowPlace place,
            @org.jspecify.annotations.Nullable Map<String, String> cells,
            RawObject file) {
        if (cells == null) {
            throw Problem.usage("Expected a row of the prices that run " + run.id() + " set aside, but " + place
                    + " is none; ./vesper incidents rows " + run.id() + " lists them");
        }
        ask.values().keySet().stream()
                .filter(column -> !cells.containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw Problem.usage("Expected a column of the prices (" + String.join(", ", cells.keySet())
                            + "), but got \"" + Visible.line(column) + "\""
                            + NearestName.hint(column, cells.keySet()));
                });
        List<RowCell> all = cells.entrySet().stream()
                .map(cell -> new RowCell(
                        cell.getKey(),
                        cell.getValue(),
                        ask.values()
                                .getOrDefault(cell.getKey(), cell.getValue())
                                .strip()))
                .map(cell -> ask.values().containsKey(cell.column())
                        ? cell
                        : new RowCell(cell.column(), cell.was(), cell.was()))
                .toList();
        return new RowChange(Lake.PRICES, place.file(), place.line(), place.column(), file.sha256(), ask.act(), all);
    }

    private static void mustBeValue(String column, String value) {
        if (value.length() > LONGEST || !Visible.line(value).equals(value)) {
            throw Problem.usage("Expected a value for " + Visible.line(column) + " of at most " + LONGEST
                    + " characters in one line, but got \"" + Visible.line(value) + "\"");
        }
    }
}
