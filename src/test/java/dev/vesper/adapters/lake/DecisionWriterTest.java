package dev.vesper.adapters.lake;

import static dev.vesper.limits.Orders.buy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionLog;
import dev.vesper.desk.workbench.replay.DecisionColumns;
import dev.vesper.desk.workbench.replay.TextColumn;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.measure.ShareOfDailyVolume;
import dev.vesper.testing.MemoryDecisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decisions of a run as they lie in the lake. */
class DecisionWriterTest {
    private static final RunId RUN = new RunId("2018-04-11-001");

    @TempDir
    Path folder;

    @Test
    void everyDecisionIsARowWithAllThatWasKnown() throws SQLException, IOException {
        Path kept = written("one");
        assertEquals(
                List.of(
                        "2018-04-11-001|ACC1|1|a-rule|a-rule|null|3|null|null|null|null|null|deny|null|used 2",
                        "2018-04-11-001|ACC1|1|position-weight|position-weight|1|1|60000|100000|1|0.4|cut|cut|null|null",
                        "2018-04-11-001|ACC1|1|share-of-daily-volume|share-of-daily-volume|1|1|null|null|1|0.4|cut|deny|average"
                                + " daily volume|null"),
                rows(
                        kept,
                        "SELECT run, account, round, rule, coalesce(measure, rule), deciding_row, subject, amount,"
                                + " base, raising_orders, hard_limit, action, outcome, missing, numbers FROM d"
                                + " WHERE round = 1 AND (subject = '1' OR rule = 'a-rule') ORDER BY rule"));
    }

    @Test
    void theFactsAreColumnsOfTheirOwn() throws SQLException, IOException {
        assertEquals(
                List.of(
                        "ACC1|hrp|USD|100000|false|IBM|ETF|Energy|null|null",
                        "ACC1|hrp|USD|100000|false|IBM|ETF|Energy|buy|false"),
                rows(
                        written("one"),
                        "SELECT fact_account, fact_strategy, fact_currency, fact_account_value, fact_short_allowed,"
                                + " fact_symbol, fact_asset_class, fact_sector, fact_side, fact_volume_known FROM d"
                                + " WHERE round = 1 AND subject = '1' ORDER BY rule"));
    }

    @Test
    void theSameDecisionsAreTheSameBytes() throws SQLException, IOException {
        assertEquals(-1, Files.mismatch(written("one"), written("two")));
    }

    /** As columns the file holds what was told, number for number; what was rounded is found as it was. */
    @Test
    void whatIsReadIsWhatWasTold() throws SQLException, IOException {
        MemoryDecisions memory = new MemoryDecisions();
        try (DecisionLog.Recording recording = memory.begin(RUN, Measures.facts())) {
            judge(recording);
            recording.keep();
        }
        Fact<Boolean> unrecorded = Fact.yesOrNo("Liquid", "whether it trades");
        List<Fact<?>> asked = new ArrayList<>(Measures.facts());
        asked.add(unrecorded);
        DecisionColumns told = memory.of(RUN, Measures.facts()).orElseThrow();
        DecisionColumns read = new DecisionReader(written("one"), folder.resolve("spill")).read(asked);
        assertEquals(rows(told), rows(read));
        assertEquals(told.facts().keySet(), read.facts().keySet());
        SortedSet<Integer> measured = new TreeSet<>();
        for (int row = 0; row < read.size(); row++) {
            if (!Double.isNaN(read.share()[row])) {
                measured.add(row);
            }
        }
        assertEquals(2, measured.size());
        assertEquals(told.exact().of(measured), read.exact().of(measured));
    }

    private static List<List<String>> rows(DecisionColumns columns) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int row = i;
            List<String> cells = new ArrayList<>(List.of(
                    word(columns.account(), i),
                    word(columns.rule(), i),
                    word(columns.answer(), i),
                    columns.share()[i] + " " + columns.raising()[i]));
            Measures.facts()
                    .forEach(fact -> cells.add(
                            word(Objects.requireNonNull(columns.facts().get(fact)), row)));
            rows.add(cells);
        }
        return rows;
    }

    private static String word(TextColumn column, int row) {
        int code = column.codes()[row];
        return code < 0 ? "null" : column.words()[code];
    }

    /** What was told of a judging that was killed is gone with its folder. */
    @Test
    void whatIsNotKeptLeavesNothing() throws SQLException, IOException {
        Path work = Files.createDirectories(folder.resolve("killed"));
        try (var writer = new DecisionWriter(RUN, Measures.facts(), work, file -> {})) {
            judge(writer);
        }
        assertFalse(Files.exists(work));
    }

    private Path written(String name) throws SQLException, IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path kept = folder.resolve(name + ".parquet");
        try (var writer = new DecisionWriter(RUN, Measures.facts(), work, file -> copy(file, kept))) {
            judge(writer);
            writer.keep();
        }
        return kept;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void judge(DecisionSink writer) {
        AccountBook book = Books.cash(100_000)
                .instrument("IBM", "ETF", "Energy")
                .orders(buy("1", "IBM", 600), buy("2", "XOM", 100), buy("3", "XOM", 10))
                .book();
        Verdict denied = new Verdict(
                new RuleVersion("a-rule", "v"),
                Outcome.DENY,
                "ACC1",
                "3",
                "because",
                Verdict.numbers(Map.of("used", new BigDecimal("2.00"))),
                "",
                Optional.empty());
        new BookCheck(
                        List.of(cutting(new PositionWeight()), cutting(new ShareOfDailyVolume())),
                        asked -> new ArrayList<>(List.of(denied)))
                .check(book, writer);
    }

    private static List<String> rows(Path file, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = Duck.open(file.resolveSibling("spill"));
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE VIEW d AS SELECT * FROM read_parquet(" + Duck.text(file.toString()) + ")");
            try (ResultSet found = sql.executeQuery(query)) {
                while (found.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        cells.add(found.getString(i));
                    }
                    rows.add(String.join("|", cells));
                }
            }
        }
        return rows;
    }

    private static LimitTable cutting(Measure measure) {
        return Tables.always(measure, Optional.of("0.40"), Optional.empty(), LimitAction.CUT);
    }
}
