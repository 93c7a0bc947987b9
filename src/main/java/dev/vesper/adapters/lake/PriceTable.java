package dev.vesper.adapters.lake;

import dev.vesper.market.PriceHistory;
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
import org.duckdb.DuckDBConnection;

/** Reads Parquet files of prices into a matrix. */
final class PriceTable {
    private PriceTable() {}

    static PriceHistory read(List<Path> files, LocalDate asOf, Path spill) throws SQLException {
        if (files.isEmpty()) {
            return new PriceHistory(List.of(), List.of(), new double[0][0], new double[0][0]);
        }
        String from = " FROM read_parquet(["
                + String.join(
                        ", ", files.stream().map(f -> Duck.text(f.toString())).toList())
                + "]) WHERE \"date\" <= " + RowSql.date(asOf);
        try (DuckDBConnection connection = Duck.open(spill);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE p AS SELECT (\"date\" - DATE '1970-01-01')::BIGINT AS day, symbol,"
                    + " \"close\", volume" + from);
            List<LocalDate> dates = new ArrayList<>();
            Map<Long, Integer> dayAt = new HashMap<>();
            try (ResultSet r = sql.executeQuery("SELECT DISTINCT day FROM p ORDER BY day")) {
                while (r.next()) {
                    dayAt.put(r.getLong(1), dates.size());
                    dates.add(LocalDate.ofEpochDay(r.getLong(1)));
                }
            }
            List<String> symbols = new ArrayList<>();
            try (ResultSet r = sql.executeQuery("SELECT DISTINCT symbol FROM p")) {
                while (r.next()) {
                    symbols.add(r.getString(1));
                }
            }
            symbols.sort(null); // Java's order, which binary search needs
            double[][] close = empty(dates.size(), symbols.size());
            double[][] volume = empty(dates.size(), symbols.size());
            Map<String, Integer> columnOf = new HashMap<>();
            symbols.forEach(symbol -> columnOf.put(symbol, columnOf.size()));
            try (ResultSet r = sql.executeQuery("SELECT day, symbol, \"close\", volume FROM p")) {
                while (r.next()) {
                    int day = dayAt.getOrDefault(r.getLong(1), -1);
                    int column = columnOf.getOrDefault(r.getString(2), -1);
                    close[day][column] = r.getDouble(3);
                    double units = r.getDouble(4);
                    volume[day][column] = r.wasNull() ? Double.NaN : units;
                }
            }
            return new PriceHistory(dates, symbols, close, volume);
        }
    }

    private static double[][] empty(int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        return matrix;
    }
}
