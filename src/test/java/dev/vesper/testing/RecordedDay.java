package dev.vesper.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.store.DatabaseSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a finished day decided and did, as text that two versions of the program can be compared by: orders with the tax lots
 * they take from, how each child ended, fills, and the lots afterwards. Ids of runs, children and executions are left out,
 * because they name things and decide nothing.
 */
public final class RecordedDay {
    private static final Map<String, String> QUESTIONS = new TreeMap<>(Map.of(
            "orders",
            "select account, symbol, side, quantity, lot_size, tick_size, decision_price, currency, strategy,"
                    + " coalesce((select listagg(cast(c.quantity as numeric(30, 6)) || ' at ' || coalesce(cast(cast(c.cost as numeric(30, 6)) as varchar), '?') || ' of '"
                    + " || coalesce(cast(c.acquired as varchar), '?'), '; ') within group (order by c.position)"
                    + " from chosen_lot c where c.run_id = o.run_id and c.parent_id = o.parent_id), '') as taken_from"
                    + " from parent_order o order by position",
            "outcomes",
            "select o.account, c.symbol, c.side, c.slice, c.venue, c.quantity, c.limit_price, c.sent_millis,"
                    + " c.expire_millis, r.state, r.filled from child_order c"
                    + " join parent_order o on o.run_id = c.run_id and o.parent_id = c.parent_id"
                    + " left join child_outcome r on r.run_id = c.run_id and r.client_order_id = c.client_order_id"
                    + " order by c.slice, o.position, c.venue",
            "fills",
            "select account, symbol, side, venue, quantity, price, fee, millis from fill"
                    + " order by millis, account, symbol, venue, side, price, quantity"));

    private RecordedDay() {}

    private static Connection open(Path state) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2(state.resolve("store"), Path.of("migrations"));
        return DriverManager.getConnection(settings.jdbcUrl() + ";IFEXISTS=TRUE", settings.user(), settings.password());
    }

    /** What was recorded of the only proposal of a state folder when it was decided: its sums, and who must approve. */
    public static JsonNode proposal(Path state) throws IOException, SQLException {
        try (var database = open(state);
                var statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select body from event where stream like 'proposal/%'")) {
            rows.next();
            JsonNode body = new ObjectMapper().readTree(rows.getString(1));
            if (rows.next()) {
                throw new IllegalStateException("Expected one proposal under " + state + ", but there are more");
            }
            return body;
        }
    }

    /** Reads the only run of a state folder; its process must have ended. Answers the tables as CSV, by name. */
    public static SortedMap<String, String> read(Path state) throws IOException, SQLException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (var database = open(state);
                var statement = database.createStatement()) {
            for (var question : QUESTIONS.entrySet()) {
                try (ResultSet rows = statement.executeQuery(question.getValue())) {
                    tables.put(question.getKey(), csv(rows));
                }
            }
        }
        tables.put("lots", lots(state));
        return tables;
    }

    /** The lots as the report has them; a new lot is named for its order, so the id goes. */
    private static String lots(Path state) throws IOException {
        List<Path> files;
        try (var found = Files.walk(state.resolve("runs"))) {
            files = found.filter(f -> f.getFileName().toString().equals("lots.csv"))
                    .toList();
        }
        if (files.size() != 1) {
            throw new IllegalStateException("Expected one lots.csv under " + state + ", but there are " + files);
        }
        return Files.readAllLines(files.getFirst()).stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("")
                + "\n";
    }

    private static String csv(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        List<String> cells = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
            cells.add(rows.getMetaData().getColumnLabel(c));
        }
        text.append(String.join(",", cells)).append('\n');
        while (rows.next()) {
            cells.clear();
            for (int c = 1; c <= columns; c++) {
                Object cell = rows.getObject(c);
                cells.add(
                        cell instanceof BigDecimal number
                                ? number.signum() == 0
                                        ? "0"
                                        : number.stripTrailingZeros().toPlainString()
                                : String.valueOf(cell));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }
}
