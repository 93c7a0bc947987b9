package dev.vesper.adapters.lake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.data.Check;
import dev.vesper.data.QualityRule;
import dev.vesper.data.TableContract;
import dev.vesper.data.rows.RowPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows set aside, as a CSV that says for each where it stands and why it is not used. */
final class Quarantine {
    private final TableContract table;

    Quarantine(TableContract table) {
        this.table = table;
    }

    /** Takes one row and the rules it broke. */
    interface Sink {
        void row(ResultSet row, List<QualityRule> failed) throws SQLException;
    }

    void write(TableCheck check, String fileName, Path target) throws SQLException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            csv.writeRecord(header());
            check.quarantined((row, failed) -> csv.writeRecord(cells(fileName, row, failed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rows, value by value as they were delivered. */
    static void writeCells(TableCheck check, String fileName, Path target) throws SQLException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            List<String> header = new ArrayList<>(List.of("file", "line", "column"));
            header.addAll(check.columns());
            csv.writeRecord(header);
            check.quarantined((row, _) -> {
                List<String> cells = new ArrayList<>(
                        List.of(fileName, String.valueOf(row.getLong("line")), String.valueOf(row.getInt("col"))));
                for (String column : check.columns()) {
                    String value = row.getString(column);
                    cells.add(value == null ? "" : value);
                }
                csv.writeRecord(cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows set aside by their place, each with why; those that people keep out have no reason. */
    Map<RowPlace, String> reasons(TableCheck check, String fileName) throws SQLException {
        Map<RowPlace, String> reasons = new LinkedHashMap<>();
        check.quarantined((row, failed) -> reasons.put(
                new RowPlace(fileName, row.getLong("line"), row.getInt("col")),
                String.join("; ", failed.stream().map(rule -> reason(rule, row)).toList())));
        return reasons;
    }

    /** Where a row stands, its key, and why it is set aside. */
    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("file", "line", "column"));
        header.addAll(table.key());
        header.addAll(List.of("value", "rule", "reason"));
        return header;
    }

    private List<String> cells(String fileName, ResultSet row, List<QualityRule> failed) throws SQLException {
        List<String> cells = new ArrayList<>();
        cells.add(fileName);
        cells.add(String.valueOf(row.getLong("line")));
        cells.add(String.valueOf(row.getInt("col")));
        for (String part : table.key()) {
            cells.add(text(row, part));
        }
        cells.add(text(row, subject(failed.getFirst().check())));
        cells.add(failed.getFirst().id());
        cells.add(
                String.join("; ", failed.stream().map(rule -> reason(rule, row)).toList()));
        return cells;
    }

    /** For example {@code close must be above 0, but got -5}. */
    private String reason(QualityRule rule, ResultSet row) {
        try {
            return switch (rule.check()) {
                case Check.Unique c ->
                    "(" + String.join(", ", c.fields()) + ") must occur once, but "
                            + "another row has the same; of identical rows the first is kept, of different ones none";
                case Check.Compare c -> c.sentence() + ", but " + text(row, c.left()) + " and " + text(row, c.right());
                case Check other -> other.sentence() + ", but got " + shown(text(row, subject(other)));
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(String value) {
        return value.isBlank() ? "nothing" : "\"" + TableCheck.brief(value) + "\"";
    }

    /** The column whose value explains the rule best. */
    private String subject(Check check) {
        return switch (check) {
            case Check.Typed c -> c.field().name();
            case Check.NotNull c -> c.field();
            case Check.NotMissing c -> c.field();
            case Check.Range c -> c.field().name();
            case Check.Length c -> c.field();
            case Check.Matches c -> c.field();
            case Check.OneOf c -> c.field();
            case Check.NotAfterToday c -> c.field();
            case Check.Known c -> c.field();
            case Check.Compare c -> c.left();
            case Check.Jump c -> c.field();
            case Check.Fresh c -> c.along();
            case Check.Unique _ -> table.value();
            case Check.OfTable _ -> table.value();
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : TableCheck.brief(value);
    }
}
