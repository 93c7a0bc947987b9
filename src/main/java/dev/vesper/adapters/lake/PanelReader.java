package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.data.Panel;
import dev.vesper.data.TableContract;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Reads Parquet files of a data product into matrices by date and series. */
final class PanelReader {
    private final TableContract table;
    private final List<String> fields;

    /**
     * @param table has a date, and at most one more field in its key; without one the table is one series of its name
     * @param fields numbers of the table
     */
    PanelReader(TableContract table, List<String> fields) {
        for (String name : fields) {
            if (table.field(name).isEmpty()) {
                throw Problem.usage(
                        "Expected a number of the contract of " + table.name() + ", but \"" + name + "\" is none");
            }
        }
        this.table = table;
        this.fields = fields;
    }

    Panel read(List<Path> files, LocalDate asOf, Path spill) throws SQLException {
        if (files.isEmpty()) {
            return new Panel(
                    List.of(),
                    List.of(),
                    fields.stream().map(field -> new double[0][0]).toList());
        }
        String date = Duck.name(table.date());
        String from = " FROM read_parquet(["
                + files.stream().map(f -> Duck.text(f.toString())).collect(Collectors.joining(", "))
                + "]) WHERE " + date + " <= " + RowSql.date(asOf);
        try (DuckDBConnection connection = Duck.open(spill);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE p AS SELECT (" + date + " - DATE '1970-01-01')::BIGINT AS day, "
                    + table.series().stream().findFirst().map(Duck::name).orElse(Duck.text(table.name()))
                    + "::VARCHAR AS series" + values() + from);
            List<LocalDate> dates = new ArrayList<>();
            Map<Long, Integer> dayAt = new HashMap<>();
            try (ResultSet r = sql.executeQuery("SELECT DISTINCT day FROM p ORDER BY day")) {
                while (r.next()) {
                    dayAt.put(r.getLong(1), dates.size());
                    dates.add(LocalDate.ofEpochDay(r.getLong(1)));
                }
            }
            List<String> series = new ArrayList<>();
            try (ResultSet r = sql.executeQuery("SELECT DISTINCT series FROM p")) {
                while (r.next()) {
                    series.add(r.getString(1));
                }
            }
            series.sort(null); // Java's order, which binary search needs
            Map<String, Integer> columnOf = new HashMap<>();
            series.forEach(name -> columnOf.put(name, columnOf.size()));
            List<double[][]> values = fields.stream()
                    .map(field -> empty(dates.size(), series.size()))
                    .toList();
            try (ResultSet r = sql.executeQuery("SELECT * FROM p")) {
                while (r.next()) {
                    int day = dayAt.getOrDefault(r.getLong(1), -1);
                    int column = columnOf.getOrDefault(r.getString(2), -1);
                    for (int field = 0; field < values.size(); field++) {
                        double value = r.getDouble(field + 3);
                        values.get(field)[day][column] = r.wasNull() ? Double.NaN : value;
                    }
                }
            }
            return new Panel(dates, series, values);
        }
    }

    private String values() {
        var sql = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            sql.append(", ")
                    .append(Duck.name(fields.get(i)))
                    .append("::DOUBLE AS value")
                    .append(i);
        }
        return sql.toString();
    }

    private static double[][] empty(int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        return matrix;
    }
}
