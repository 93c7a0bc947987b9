package dev.vesper.adapters.lake;

import dev.vesper.desk.workbench.replay.DecisionColumns;
import dev.vesper.desk.workbench.replay.TextColumn;
import dev.vesper.limits.measure.Fact;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Reads what tables decided out of a file of decisions: DuckDB counts the texts, so that only their numbers come over. */
final class DecisionReader {
    private static final String ANSWER =
            "coalesce(hard_limit, '') || '|' || coalesce(warning, '') || '|' || action || '|' || measure"
                    + " AS answer";
    private static final String SHARE = "amount::DOUBLE / base::DOUBLE AS share";
    private static final int FIRST_CODE = 3;

    private final Path file;
    private final Path spill;

    /** @param spill folder for what does not fit in memory */
    DecisionReader(Path file, Path spill) {
        this.file = file;
        this.spill = spill;
    }

    DecisionColumns read(Collection<Fact<?>> asked) throws SQLException {
        try (DuckDBConnection connection = Duck.open(spill);
                Statement sql = connection.createStatement()) {
            sql.execute("SET threads = 1");
            Set<String> there = columns(sql);
            List<Fact<?>> facts = asked.stream()
                    .filter(fact -> there.contains(DecisionColumn.of(fact)))
                    .<Fact<?>>map(fact -> fact)
                    .toList();
            List<String> texts = new ArrayList<>(List.of("account", "rule", "answer"));
            facts.forEach(fact -> texts.add(DecisionColumn.of(fact)));
            sql.execute("CREATE TEMP TABLE d AS SELECT account, rule, " + ANSWER + ", " + SHARE + ", raising_orders"
                    + facts.stream()
                            .map(fact -> ", " + Duck.name(DecisionColumn.of(fact)))
                            .collect(Collectors.joining())
                    + from());
            List<String[]> words = new ArrayList<>();
            for (String text : texts) {
                words.add(words(sql, text));
            }
            return columns(sql, texts, words, facts);
        }
    }

    private DecisionColumns columns(Statement sql, List<String> texts, List<String[]> words, List<Fact<?>> facts)
            throws SQLException {
        int size;
        try (ResultSet count = sql.executeQuery("SELECT count(*) FROM d")) {
            count.next();
            size = Math.toIntExact(count.getLong(1));
        }
        double[] share = new double[size];
        int[] raising = new int[size];
        int[][] codes = new int[texts.size()][size];
        String query = "SELECT coalesce(share, 'NaN'::DOUBLE), raising_orders"
                + texts.stream()
                        .map(text -> ", coalesce(enum_code(" + Duck.name(text) + "::" + type(text) + ")::INTEGER, -1)")
                        .collect(Collectors.joining())
                + " FROM d";
        try (ResultSet row = sql.executeQuery(query)) {
            for (int i = 0; row.next(); i++) {
                share[i] = row.getDouble(1);
                raising[i] = row.getInt(2);
                for (int text = 0; text < codes.length; text++) {
                    codes[text][i] = row.getInt(FIRST_CODE + text);
                }
            }
        }
        Map<Fact<?>, TextColumn> known = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            known.put(facts.get(i), new TextColumn(words.get(FIRST_CODE + i), codes[FIRST_CODE + i]));
        }
        return new DecisionColumns(
                size,
                new TextColumn(words.get(0), codes[0]),
                new TextColumn(words.get(1), codes[1]),
                new TextColumn(words.get(2), codes[2]),
                known,
                share,
                raising,
                this::exact);
    }

    private Set<String> columns(Statement sql) throws SQLException {
        Set<String> there = new HashSet<>();
        try (ResultSet found = sql.executeQuery(
                "SELECT name FROM parquet_schema(" + Duck.text(file.toString()) + ") WHERE type IS NOT NULL")) {
            while (found.next()) {
                there.add(found.getString(1));
            }
        }
        return there;
    }

    /** The different texts of a column, which are a type from here on. */
    private static String[] words(Statement sql, String column) throws SQLException {
        String name = Duck.name(column);
        List<String> words = new ArrayList<>();
        try (ResultSet any = sql.executeQuery("SELECT count(" + name + ") > 0 FROM d")) {
            any.next();
            sql.execute("CREATE TYPE " + type(column) + " AS ENUM ("
                    + (any.getBoolean(1)
                            ? "SELECT DISTINCT " + name + " FROM d WHERE " + name + " IS NOT NULL ORDER BY " + name
                            : "''")
                    + ")");
        }
        try (ResultSet word = sql.executeQuery("SELECT unnest(enum_range(NULL::" + type(column) + "))::VARCHAR")) {
            while (word.next()) {
                words.add(word.getString(1));
            }
        }
        return words.toArray(String[]::new);
    }

    private static String type(String column) {
        return Duck.name("texts of " + column);
    }

    private String from() {
        return " FROM read_parquet(" + Duck.text(file.toString()) + ") WHERE measure IS NOT NULL";
    }

    private List<DecisionColumns.Use> exact(SortedSet<Integer> rows) {
        List<DecisionColumns.Use> uses = new ArrayList<>();
        try (DuckDBConnection connection = Duck.open(spill);
                Statement sql = connection.createStatement()) {
            sql.execute("SET threads = 1");
            sql.execute("CREATE TEMP TABLE u AS SELECT amount, base" + from());
            String wanted = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
            try (ResultSet row =
                    sql.executeQuery("SELECT amount, base FROM u WHERE rowid IN (" + wanted + ") ORDER BY rowid")) {
                while (row.next()) {
                    uses.add(new DecisionColumns.Use(
                            new BigDecimal(row.getString(1)), new BigDecimal(row.getString(2))));
                }
            }
        } catch (SQLException e) {
            throw DecisionFiles.unreadable(file, e);
        }
        return uses;
    }
}
