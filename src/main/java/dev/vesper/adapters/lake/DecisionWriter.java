package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionLog;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.LimitEffect;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Gathers the decisions of one run in DuckDB, which holds what does not fit in memory on disk, and writes them as Parquet. */
final class DecisionWriter implements DecisionLog.Recording {
    private static final String TABLE = "decisions";
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private final RunId run;
    private final List<Fact<?>> facts;
    private final Path work;
    private final Consumer<Path> keep;
    private final DuckDBConnection connection;
    private final DuckDBAppender rows;
    private final Map<Measure, boolean[]> knows = new HashMap<>();
    private BigDecimal lastNumber = BigDecimal.ZERO;
    private String lastText = "0";
    private String account = "";
    private int round;

    /**
     * Nothing told yet.
     *
     * @param work an empty folder of its own
     * @param keep is given the file
     */
    DecisionWriter(RunId run, List<Fact<?>> facts, Path work, Consumer<Path> keep) throws SQLException {
        this.run = run;
        this.facts = List.copyOf(facts);
        this.work = work;
        this.keep = keep;
        this.connection = Duck.open(work.resolve("spill"));
        sql("SET threads = 1");
        sql("CREATE TEMP TABLE " + TABLE + " ("
                + DecisionColumn.with(facts).stream()
                        .map(column -> Duck.name(column.name()) + " " + column.type())
                        .collect(Collectors.joining(", "))
                + ")");
        this.rows = connection.createAppender("temp", "main", TABLE);
    }

    @Override
    public void book(AccountBook book) {
        round = book.account().id().equals(account) ? round + 1 : 1;
        account = book.account().id();
    }

    @Override
    public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
        try {
            switch (measured) {
                case Measured.Used used -> limit(table, used.facts(), used.used(), limit, said.getFirst());
                case Measured.Unknown unknown -> {
                    for (ParentOrder order : unknown.orders()) {
                        unknown(table, unknown, order, limit);
                    }
                }
            }
        } catch (SQLException e) {
            throw failed(run, e);
        }
    }

    private void limit(LimitTable table, FactValues known, LimitUtilisation used, RiskLimit limit, Verdict said)
            throws SQLException {
        begin(limit.rule().name(), limit.rule().version(), table.measure().label(), used.subject());
        rows.append(limit.row())
                .append(exact(used.amount()))
                .append(exact(used.base()))
                .append(word(used.unit()))
                .append(used.claims().size());
        allowed(limit, said.outcome());
        text(null);
        text(said.permitted().map(DecisionWriter::exact).orElse(null));
        text(null);
        facts(table.measure(), known);
        rows.endRow();
    }

    private void unknown(LimitTable table, Measured.Unknown unknown, ParentOrder order, RiskLimit limit)
            throws SQLException {
        begin(limit.rule().name(), limit.rule().version(), table.measure().label(), order.id());
        rows.append(limit.row());
        text(null);
        text(null);
        text(null);
        rows.append(1);
        allowed(limit, LimitEffect.ofUnknown(limit));
        text(unknown.missing().what());
        text(null);
        text(null);
        facts(table.measure(), unknown.facts());
        rows.endRow();
    }

    @Override
    public void compliance(Verdict said) {
        try {
            begin(said.rule().name(), said.rule().version(), null, said.subject());
            for (int absent = 0; absent < 8; absent++) { // from the row that decided to the action
                rows.appendNull();
            }
            text(word(said.outcome()));
            text(null);
            text(said.permitted().map(DecisionWriter::exact).orElse(null));
            text(said.numbers().isEmpty() ? null : numbers(said.numbers()));
            for (int absent = 0; absent < facts.size(); absent++) {
                rows.appendNull();
            }
            rows.endRow();
        } catch (SQLException e) {
            throw failed(run, e);
        }
    }

    private void begin(String rule, String version, @Nullable String measure, String subject) throws SQLException {
        rows.beginRow().append(account).append(round).append(rule).append(version);
        text(measure);
        rows.append(subject);
    }

    private void allowed(RiskLimit limit, Outcome outcome) throws SQLException {
        text(limit.limit().map(DecisionWriter::exact).orElse(null));
        text(limit.warning().map(DecisionWriter::exact).orElse(null));
        text(word(limit.action()));
        text(word(outcome));
    }

    private void facts(Measure measure, FactValues known) throws SQLException {
        boolean[] asked = knows.computeIfAbsent(measure, this::knows);
        for (int i = 0; i < asked.length; i++) {
            Object cell = asked[i] ? known.known(facts.get(i)) : null;
            text(cell == null ? null : cell instanceof BigDecimal number ? sameAsBefore(number) : cell.toString());
        }
    }

    private boolean[] knows(Measure measure) {
        boolean[] knows = new boolean[facts.size()];
        for (int i = 0; i < knows.length; i++) {
            knows[i] = measure.facts().contains(facts.get(i));
        }
        return knows;
    }

    /** All rows of a book hold one number, which is the account's value: it is written out once. */
    @SuppressWarnings(
            "ReferenceEquality") // an equal number that is another object is written out again, which is right too
    private String sameAsBefore(BigDecimal number) {
        if (number != lastNumber) {
            lastNumber = number;
            lastText = exact(number);
        }
        return lastText;
    }

    private void text(@Nullable String value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else {
            rows.append(value);
        }
    }

    /** {@code limit 0.25; used 0.3}. */
    private static String numbers(Map<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .map(number -> number.getKey() + " " + exact(number.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String exact(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(
                constant, c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public void keep() {
        Path file = work.resolve("decisions.parquet");
        try {
            rows.flush();
            sql("COPY (SELECT " + Duck.text(run.value()) + " AS run, * FROM " + TABLE + ") TO "
                    + Duck.text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw failed(run, e);
        }
        keep.accept(file);
    }

    private void sql(String command) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(command);
        }
    }

    static Problem failed(RunId run, SQLException why) {
        return Problem.unavailable(
                "Expected DuckDB to keep the decisions of " + run + ", but " + why.getMessage()
                        + "; maybe the disk is full",
                why);
    }

    @Override
    public void close() {
        try {
            rows.close();
            connection.close();
        } catch (SQLException e) {
            throw failed(run, e);
        } finally {
            S3Lake.wipe(work);
        }
    }
}
