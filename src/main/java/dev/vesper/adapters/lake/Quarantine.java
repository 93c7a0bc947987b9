package dev.vesper.adapters.lake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.data.Check;
import dev.vesper.data.QualityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The rows set aside, as a CSV that says for each where it stands and why it is not used. */
final class Quarantine {
    private static final List<String> HEADER =
            List.of("file", "line", "column", "date", "symbol", "value", "rule", "reason");

    private Quarantine() {}

    /** Takes one row and the rules it broke. */
    interface Sink {
        void row(ResultSet row, List<QualityRule> failed) throws SQLException;
    }

    static void write(PriceCheck check, String fileName, Path target) throws SQLException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            csv.writeRecord(HEADER);
            check.quarantined((row, failed) -> csv.writeRecord(
                    fileName,
                    String.valueOf(row.getLong("line")),
                    String.valueOf(row.getInt("col")),
                    text(row, "date"),
                    text(row, "symbol"),
                    text(row, subject(failed.getFirst().check())),
                    failed.getFirst().id(),
                    String.join(
                            "; ", failed.stream().map(rule -> reason(rule, row)).toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code close must be above 0, but got -5}. */
    private static String reason(QualityRule rule, ResultSet row) {
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
        return value.isBlank() ? "nothing" : "\"" + PriceCheck.brief(value) + "\"";
    }

    /** The column whose value explains the rule best. */
    private static String subject(Check check) {
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
            case Check.Unique _ -> "close";
            case Check.OfTable _ -> "close";
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : PriceCheck.brief(value);
    }
}
