package dev.vesper.adapters.lake;

import dev.vesper.desk.checkdata.PriceReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Brings the rows of a price file into DuckDB as text, each with its place, and the sets that rules look things up in. */
final class Staging {
    /** What a price file may deliver. */
    static final List<String> COLUMNS = List.of("date", "symbol", "open", "high", "low", "close", "volume");

    private Staging() {}

    /** Fills the table {@code staged(seq, line, col, date, ... volume)}; all but the first three are text. */
    static void rows(DuckDBConnection connection, PriceReader reader, Path file) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE staged (seq BIGINT, line BIGINT, col INTEGER, "
                    + String.join(
                            ", ",
                            COLUMNS.stream().map(c -> Duck.name(c) + " VARCHAR").toList())
                    + ")");
        }
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "staged")) {
            var sink = new RowSink(appender);
            reader.read(file, sink);
            appender.flush();
        } catch (Broken e) {
            throw e.sql;
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

    private static final class RowSink implements PriceReader.Sink {
        private final DuckDBAppender appender;
        private long count;

        RowSink(DuckDBAppender appender) {
            this.appender = appender;
        }

        @Override
        public void row(
                long line,
                int column,
                String date,
                String symbol,
                @Nullable String open,
                @Nullable String high,
                @Nullable String low,
                @Nullable String close,
                @Nullable String volume) {
            try {
                appender.beginRow().append(++count).append(line).append(column);
                text(date);
                text(symbol);
                text(open);
                text(high);
                text(low);
                text(close);
                text(volume);
                appender.endRow();
            } catch (SQLException e) {
                throw new Broken(e);
            }
        }

        private void text(@Nullable String value) throws SQLException {
            if (value == null || value.isEmpty()) {
                appender.appendNull();
            } else {
                appender.append(value);
            }
        }
    }
}
