package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.data.RowReader;
import dev.vesper.data.TableContract;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Brings the rows of a file into DuckDB as text, each with its place, and the sets that rules look things up in. */
final class Staging {
    /** What the tables hold beside the fields of a contract, which may not be called so. */
    static final List<String> OWN_COLUMNS = List.of("seq", "line", "col", "later", "broken");

    private Staging() {}

    /** Fills the table {@code staged(seq, line, col, <the reader's columns>)}; all but the first three are text. */
    static void rows(DuckDBConnection connection, RowReader reader, TableContract table, Path file)
            throws SQLException {
        List<String> columns = reader.columns(table);
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE staged (seq BIGINT, line BIGINT, col INTEGER"
                    + columns.stream()
                            .map(column -> ", " + Duck.name(column) + " VARCHAR")
                            .collect(Collectors.joining())
                    + ")");
        }
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "staged")) {
            reader.read(file, table, new RowSink(appender, columns.size()));
            appender.flush();
        } catch (Broken e) {
            throw e.sql;
        }
    }

    /**
     * Writes what people decided over the staged rows, and fills {@code released(seq)} and {@code kept_out(seq)}.
     *
     * @throws Problem of kind REFUSED where one of the rows is not there
     */
    static void decided(DuckDBConnection connection, List<RowChange> changes) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE released (seq BIGINT)");
            sql.execute("CREATE TEMP TABLE kept_out (seq BIGINT)");
        }
        for (RowChange change : changes) {
            List<RowCell> cells =
                    change.cells().stream().filter(RowCell::changed).toList();
            String where = " WHERE line = " + change.line() + " AND col = " + change.column();
            String command = switch (change.act()) {
                case RELEASE -> "INSERT INTO released SELECT seq FROM staged" + where;
                case REJECT -> "INSERT INTO kept_out SELECT seq FROM staged" + where;
                case CORRECT ->
                    "UPDATE staged SET "
                            + cells.stream()
                                    .map(cell -> Duck.name(cell.column()) + " = nullif(?, '')")
                                    .collect(Collectors.joining(", "))
                            + where;
            };
            try (PreparedStatement sql = connection.prepareStatement(command)) {
                if (change.act() == RowAct.CORRECT) {
                    for (int i = 0; i < cells.size(); i++) {
                        sql.setString(i + 1, cells.get(i).becomes());
                    }
                }
                if (sql.executeUpdate() != 1) {
                    throw Problem.refused("Expected the row " + change.place()
                            + " as it was set aside, but it is not there any more");
                }
            }
        }
    }

    /** Fills the table {@code set_<name>(value)}. */
    static void set(DuckDBConnection connection, String name, Collection<String> values) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE " + Duck.name("set_" + name) + " (value VARCHAR)");
        }
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "set_" + name)) {
            for (String value : values) {
                appender.beginRow().append(value).endRow();
            }
            appender.flush();
        }
    }

    /** Carries a database failure through the reader, whose sink may throw nothing checked. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException sql;

        Broken(SQLException sql) {
            super(sql);
            this.sql = sql;
        }
    }

    private static final class RowSink implements RowReader.Sink {
        private final DuckDBAppender appender;
        private final int width;
        private long count;

        RowSink(DuckDBAppender appender, int width) {
            this.appender = appender;
            this.width = width;
        }

        @Override
        public void row(long line, int column, List<String> values) {
            if (values.size() != width) {
                throw new IllegalArgumentException(
                        "Expected " + width + " values, but the reader gave " + values.size() + " for line " + line);
            }
            try {
                appender.beginRow().append(++count).append(line).append(column);
                for (String value : values) {
                    if (value.isEmpty()) {
                        appender.appendNull();
                    } else {
                        appender.append(value);
                    }
                }
                appender.endRow();
            } catch (SQLException e) {
                throw new Broken(e);
            }
        }
    }
}
