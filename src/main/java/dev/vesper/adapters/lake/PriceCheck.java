package dev.vesper.adapters.lake;

import dev.vesper.data.QualityRule;
import dev.vesper.data.TableContract;
import dev.vesper.desk.PriceReader;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Judges one price file against the contract inside DuckDB, then hands out the two halves. */
final class PriceCheck implements AutoCloseable {
    private static final String INSTRUMENTS = "instruments";

    private final DuckDBConnection connection;
    private final ContractSql sql;
    private final String fileName;
    private final LocalDate asOf;

    /**
     * Stages and judges.
     *
     * @param instruments known symbols; empty where none are given
     * @param spill folder DuckDB may use when memory is short
     */
    PriceCheck(
            TableContract table,
            PriceReader reader,
            Path file,
            Collection<String> instruments,
            LocalDate asOf,
            LocalDate today,
            Path spill)
            throws SQLException {
        this.fileName = file.getFileName() + "";
        this.asOf = asOf;
        Set<String> sets = instruments.isEmpty() ? Set.of() : Set.of(INSTRUMENTS);
        this.sql = new ContractSql(table, Staging.COLUMNS, sets, asOf, today);
        this.connection = Duck.open(spill);
        boolean judged = false;
        try {
            Staging.rows(connection, reader, file);
            if (!instruments.isEmpty()) {
                Staging.set(connection, INSTRUMENTS, instruments);
            }
            run(sql.judge());
            judged = true;
        } finally {
            if (!judged) {
                connection.close();
            }
        }
    }

    Judgement judgement(LocalDate today) throws SQLException {
        long bits = sql.quarantineBits();
        List<QualityRule> rules = sql.rules();
        var query = new StringBuilder("SELECT count(*), count(*) FILTER (" + bad() + "), min(\"date\") FILTER ("
                + good() + "), max(\"date\") FILTER (" + good() + "), count(*) FILTER (" + good() + " AND \"date\" = "
                + RowSql.date(asOf) + "), coalesce(bool_or(\"date\" > " + RowSql.date(today) + "), false)");
        for (int i = 0; i < rules.size(); i++) {
            long bit = 1L << i;
            query.append(", count(*) FILTER ((broken & ").append(bit).append(") <> 0)");
            query.append(", count(*) FILTER ((broken & ")
                    .append(bits)
                    .append(") = ")
                    .append(bit)
                    .append(")");
            query.append(", min(seq) FILTER ((broken & ").append(bit).append(") <> 0)");
        }
        query.append(" FROM judged WHERE NOT later");
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(query.toString())) {
            r.next();
            List<Judgement.Count> counts = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                long found = r.getLong(7 + 3 * i);
                counts.add(new Judgement.Count(
                        rules.get(i), found, r.getLong(8 + 3 * i), found == 0 ? "" : example(r.getLong(9 + 3 * i))));
            }
            return new Judgement(
                    r.getLong(1),
                    r.getLong(2),
                    date(r.getDate(3)),
                    date(r.getDate(4)),
                    r.getLong(5),
                    r.getBoolean(6),
                    counts,
                    sql.notChecked());
        }
    }

    /** For example {@code prices.csv:12:3: date 2018-04-11, symbol AAPL, close abc}. */
    private String example(long seq) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT * FROM staged WHERE seq = " + seq)) {
            r.next();
            var words = new StringBuilder(fileName + ":" + r.getLong("line") + ":" + r.getInt("col") + ":");
            String separator = " ";
            for (String column : Staging.COLUMNS) {
                String value = r.getString(column);
                if (value != null || column.equals("close")) {
                    words.append(separator).append(column).append(' ').append(value == null ? "(empty)" : brief(value));
                    separator = ", ";
                }
            }
            return words.toString();
        }
    }

    static String brief(String value) {
        final int most = 60;
        return value.length() <= most ? value : value.substring(0, most) + "...";
    }

    /** Hands every row set aside to the sink, in file order. */
    void quarantined(Quarantine.Sink sink) throws SQLException {
        List<QualityRule> rules = sql.rules();
        try (Statement statement = connection.createStatement();
                ResultSet r =
                        statement.executeQuery("SELECT s.*, j.broken FROM judged j JOIN staged s USING (seq) WHERE "
                                + bad() + " AND NOT later ORDER BY seq")) {
            while (r.next()) {
                long broken = r.getLong("broken") & sql.quarantineBits();
                List<QualityRule> failed = new ArrayList<>();
                for (int i = 0; i < rules.size(); i++) {
                    if ((broken & (1L << i)) != 0) {
                        failed.add(rules.get(i));
                    }
                }
                sink.row(r, failed);
            }
        }
    }

    /**
     * Writes the good rows of all dates, one file for each year, sorted by date and symbol; the same rows give the same
     * bytes.
     *
     * @return the files by year
     */
    SortedMap<Integer, Path> writeFacts(Path folder) throws SQLException {
        run("SET threads = 1");
        SortedMap<Integer, Path> files = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(
                        "SELECT DISTINCT year(\"date\") AS y FROM judged WHERE " + good() + " ORDER BY y")) {
            while (r.next()) {
                files.put(r.getInt(1), folder.resolve("prices-" + r.getInt(1) + ".parquet"));
            }
        }
        for (var file : files.entrySet()) {
            run("COPY (SELECT \"date\", symbol, open, high, low, \"close\", volume FROM judged WHERE " + good()
                    + " AND year(\"date\") = " + file.getKey() + " ORDER BY \"date\", symbol) TO "
                    + Duck.text(file.getValue().toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        }
        return files;
    }

    private String bad() {
        return "(broken & " + sql.quarantineBits() + ") <> 0";
    }

    private String good() {
        return "(broken & " + sql.quarantineBits() + ") = 0";
    }

    private void run(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static @Nullable LocalDate date(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
