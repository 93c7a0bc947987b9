package dev.vesper.adapters.lake;

import dev.vesper.data.Field;
import dev.vesper.data.QualityRule;
import dev.vesper.data.RowReader;
import dev.vesper.data.TableContract;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one file against a contract inside DuckDB, then hands out the two halves. */
final class TableCheck implements AutoCloseable {
    private final DuckDBConnection connection;
    private final TableContract table;
    private final List<String> columns;
    private final ContractSql sql;
    private final String fileName;
    private final LocalDate asOf;

    /**
     * Stages and judges.
     *
     * @param sets what the rule {@code known} looks values up in, by name; an empty one is as good as none
     * @param spill folder DuckDB may use when memory is short
     */
    TableCheck(
            TableContract table,
            RowReader reader,
            Path file,
            Map<String, ? extends Collection<String>> sets,
            LocalDate asOf,
            LocalDate today,
            Path spill)
            throws SQLException {
        this(table, reader, file, sets, asOf, today, spill, List.of());
    }

    /**
     * Stages and judges, with what people decided of single rows.
     *
     * @param decided of the rows of this file
     */
    TableCheck(
            TableContract table,
            RowReader reader,
            Path file,
            Map<String, ? extends Collection<String>> sets,
            LocalDate asOf,
            LocalDate today,
            Path spill,
            List<RowChange> decided)
            throws SQLException {
        this.fileName = file.getFileName() + "";
        this.asOf = asOf;
        this.table = table;
        this.columns = reader.columns(table);
        Map<String, Collection<String>> given = new TreeMap<>(sets);
        given.values().removeIf(Collection::isEmpty);
        this.sql = new ContractSql(table, columns, given.keySet(), asOf, today);
        this.connection = Duck.open(spill);
        boolean judged = false;
        try {
            Staging.rows(connection, reader, table, file);
            Staging.decided(connection, decided);
            for (var set : given.entrySet()) {
                Staging.set(connection, set.getKey(), set.getValue());
            }
            run(sql.judge());
            judged = true;
        } finally {
            if (!judged) {
                connection.close();
            }
        }
    }

    /** Adds up what was found; rows that broke the same rules are counted together. */
    Judgement judgement(LocalDate today) throws SQLException {
        List<Pattern> patterns = patterns(today);
        long rows = 0;
        long bad = 0;
        long onBusinessDate = 0;
        boolean anyAfterToday = false;
        LocalDate first = null;
        LocalDate last = null;
        for (Pattern pattern : patterns) {
            rows += pattern.rows;
            anyAfterToday |= pattern.afterToday;
            if ((pattern.broken & sql.quarantineBits()) != 0) {
                bad += pattern.rows;
            } else {
                onBusinessDate += pattern.onBusinessDate;
                first = earlier(first, pattern.first);
                last = later(last, pattern.last);
            }
        }
        return new Judgement(rows, bad, first, last, onBusinessDate, anyAfterToday, counts(patterns), sql.notChecked());
    }

    /** The rows that broke exactly the same rules. */
    private record Pattern(
            long broken,
            long rows,
            long firstSeq,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            long onBusinessDate,
            boolean afterToday) {}

    private List<Pattern> patterns(LocalDate today) throws SQLException {
        List<Pattern> patterns = new ArrayList<>();
        String date = Duck.name(table.date());
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(
                        "SELECT broken, count(*), min(seq), min(" + date + "), max(" + date + "), count(*) FILTER ("
                                + date + " = " + RowSql.date(asOf) + "), coalesce(bool_or(" + date + " > "
                                + RowSql.date(today)
                                + "), false) FROM judged WHERE NOT later GROUP BY broken ORDER BY broken")) {
            while (r.next()) {
                patterns.add(new Pattern(
                        r.getLong(1),
                        r.getLong(2),
                        r.getLong(3),
                        date(r.getDate(4)),
                        date(r.getDate(5)),
                        r.getLong(6),
                        r.getBoolean(7)));
            }
        }
        return patterns;
    }

    private List<Judgement.Count> counts(List<Pattern> patterns) throws SQLException {
        List<Judgement.Count> counts = new ArrayList<>();
        for (int i = 0; i < sql.rules().size(); i++) {
            long bit = 1L << i;
            long rows = 0;
            long alone = 0;
            long firstSeq = Long.MAX_VALUE;
            for (Pattern pattern : patterns) {
                if ((pattern.broken & bit) != 0) {
                    rows += pattern.rows;
                    alone += (pattern.broken & sql.quarantineBits()) == bit ? pattern.rows : 0;
                    firstSeq = Math.min(firstSeq, pattern.firstSeq);
                }
            }
            counts.add(new Judgement.Count(sql.rules().get(i), rows, alone, rows == 0 ? "" : example(firstSeq)));
        }
        return counts;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    /** For example {@code prices.csv:12:3: date 2018-04-11, symbol AAPL, close abc}. */
    private String example(long seq) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT * FROM staged WHERE seq = " + seq)) {
            r.next();
            var words = new StringBuilder(fileName + ":" + r.getLong("line") + ":" + r.getInt("col") + ":");
            String separator = " ";
            for (String column : columns) {
                String value = r.getString(column);
                if (value != null || column.equals(table.value())) {
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

    /** Whether a row is after the as-of date, so that it plays no part. */
    boolean later(RowPlace place) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT count(*) FROM judged WHERE later AND line = "
                        + place.line() + " AND col = " + place.column())) {
            r.next();
            return r.getLong(1) > 0;
        }
    }

    /** The columns of every row, as its reader hands them out. */
    List<String> columns() {
        return columns;
    }

    /**
     * Writes the good rows of all dates, one file for each year, sorted by the key; the same rows give the same bytes.
     *
     * @return the files by year
     */
    SortedMap<Integer, Path> writeFacts(Path folder) throws SQLException {
        run("SET threads = 1");
        String year = "year(" + Duck.name(table.date()) + ")";
        String fields = names(sql.fields().stream().map(Field::name).toList());
        SortedMap<Integer, Path> files = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(
                        "SELECT DISTINCT " + year + " AS y FROM judged WHERE " + good() + " ORDER BY y")) {
            while (r.next()) {
                files.put(r.getInt(1), folder.resolve(table.name() + "-" + r.getInt(1) + ".parquet"));
            }
        }
        for (var file : files.entrySet()) {
            run("COPY (SELECT " + fields + " FROM judged WHERE " + good() + " AND " + year + " = " + file.getKey()
                    + " ORDER BY " + names(table.key()) + ") TO "
                    + Duck.text(file.getValue().toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        }
        return files;
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Duck::name).collect(Collectors.joining(", "));
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
