package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.intake.FirmFilesRoute;
import dev.vesper.app.wiring.RowReaders;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.checkdata.SetAside;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in through Camel, judged by DuckDB, kept in S3, read back: all on the real parts. */
class LakeIT {
    private static final RunId RUN = new RunId("2024-01-31-001");
    private static final Products PRODUCTS = Products.read(Path.of("products"), RowReaders.ALL);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    private EmbeddedS3 server;
    private S3Store store;
    private FirmFilesRoute intake;
    private S3Lake lake;

    @BeforeEach
    void start() {
        server = EmbeddedS3.start(folder.resolve("lake"), "vesper");
        store = S3Store.open(server.settings());
        intake = FirmFilesRoute.start(
                _ -> RouteFiles.read(Path.of("routes")), store.client(), store.bucket(), folder.resolve("intake"));
        lake = lake("cache");
    }

    private S3Lake lake(String cache) {
        return new S3Lake(store, PRODUCTS, folder.resolve(cache));
    }

    @AfterEach
    void stop() {
        intake.close();
        store.close();
        server.close();
    }

    private Firm firm(Path prices) {
        var symbols = new TreeSet<String>();
        PriceFile.Sink sink = (line, column, date, symbol, open, high, low, close, volume) -> symbols.add(symbol);
        new PriceFile().read(prices, sink);
        return firm(prices, symbols.toArray(String[]::new));
    }

    private static Firm firm(Path prices, String... symbols) {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        for (String symbol : symbols) {
            instruments.put(
                    symbol,
                    new Instrument(symbol, symbol, "equity", "x", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "X"));
        }
        return new Firm(
                prices.getParent(),
                prices,
                null,
                TradingCalendars.usual(),
                instruments,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Path prices(String csv) throws IOException {
        Path firm = Files.createDirectories(folder.resolve("firm"));
        Files.writeString(firm.resolve("firm.yaml"), "name: Test\n");
        return Files.writeString(firm.resolve("prices.csv"), csv);
    }

    @ParameterizedTest
    @CsvSource({
        "pypfopt_stock_prices.csv.gz, 106931, 1989-12-29, 2018-04-11",
        "sp500_dataset_skfolio.csv.gz, 166260, 1990-01-02, 2022-12-28",
        "qrmdata/DJ_const.csv.gz, 189524, 1990-01-02, 2015-12-31",
    })
    void realPricesComeBackAsTheyWereDelivered(String name, long rows, LocalDate first, LocalDate last)
            throws IOException {
        Path firmFolder = Files.createDirectories(folder.resolve("firm"));
        Path file = Files.copy(SharedData.file("prices/" + name), firmFolder.resolve("prices.csv.gz"));
        Firm firm = firm(file);
        List<RawObject> raw = intake.takeIn(firm, RUN);
        assertEquals(List.of("prices.csv.gz"), raw.stream().map(RawObject::name).toList());
        DataCheck check = lake.check(Lake.PRICES, firm, RUN, raw, last, TODAY);
        assertEquals(0, check.quarantined());
        assertEquals(first, check.firstDate());
        assertEquals(last, check.lastDate());
        assertFalse(check.blocking(), check.breaches().toString());
        assertEquals("", check.quarantineKey());
        PriceHistory history = lake.prices(check.snapshot(), last);
        Map<String, String> delivered = new HashMap<>();
        new PriceFile()
                .read(
                        file,
                        (line, column, date, symbol, open, high, low, close, volume) ->
                                delivered.put(date + symbol, close));
        assertEquals(delivered.size(), check.rows());
        assertEquals(rows, check.rows());
        long found = 0;
        for (int day = 0; day < history.dates().size(); day++) {
            for (int i = 0; i < history.symbols().size(); i++) {
                String text = delivered.get(
                        history.dates().get(day) + history.symbols().get(i));
                double close = history.close()[day][i];
                assertEquals(text == null, Double.isNaN(close));
                if (text != null) {
                    assertEquals(Double.doubleToLongBits(Double.parseDouble(text)), Double.doubleToLongBits(close));
                    assertEquals(0, new BigDecimal(text).compareTo(BigDecimal.valueOf(close)), text);
                    found++;
                }
            }
        }
        assertEquals(delivered.size(), found);
        assertEquals(history.dates().stream().sorted().distinct().toList(), history.dates());
        assertEquals(history.symbols().stream().sorted().distinct().toList(), history.symbols());
    }

    @Test
    void twiceIsOnce() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-30,AAA,10.1\n2024-01-31,AAA,bad\n2024-01-31,BBB,7\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        assertEquals(
                List.of("firm.yaml", "prices.csv"),
                raw.stream().map(RawObject::name).toList());
        DataCheck first = lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY);
        Map<String, String> objects = objects();
        assertEquals(raw, intake.takeIn(firm, RUN));
        assertEquals(first, lake("another-cache").check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY));
        assertEquals(objects, objects());
        assertEquals(
                List.of(
                        "checks/2024-01-31-001/prices.json",
                        "facts/prices/snapshot=" + first.snapshot() + "/manifest.json",
                        "facts/prices/snapshot=" + first.snapshot() + "/year=2024/prices.parquet",
                        "quarantine/2024-01-31-001/prices.cells.csv",
                        "quarantine/2024-01-31-001/prices.csv"),
                objects.keySet().stream().filter(k -> !k.startsWith("raw/")).toList());
        assertTrue(store.list("raw/").contains(raw.getLast().key()));
        assertEquals(
                "raw/" + raw.getLast().sha256().substring(0, 2) + "/"
                        + raw.getLast().sha256() + "/prices.csv",
                raw.getLast().key());
    }

    /** Days that begin at once bring files of one name: each comes into the lake as it is, and no copy is left. */
    @Test
    void daysThatBeginAtOnceTakeInTheirOwnFiles() throws Exception {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Path own = Files.createDirectories(folder.resolve("firms/" + i));
            String rows = ("2024-01-31,AAA,1" + i + "\n").repeat(20_000);
            firms.add(firm(Files.writeString(own.resolve("prices.csv"), "date,symbol,close\n" + rows), "AAA"));
        }
        try (ExecutorService days = Executors.newFixedThreadPool(firms.size())) {
            List<Future<List<RawObject>>> all = new ArrayList<>();
            for (Firm one : firms) {
                all.add(days.submit(() -> intake.takeIn(one, RUN)));
            }
            for (int i = 0; i < firms.size(); i++) {
                RawObject taken = all.get(i).get().getFirst();
                String own = Sha256.of(Files.readAllBytes(firms.get(i).folder().resolve("prices.csv")));
                assertEquals(own, taken.sha256());
                assertEquals(own, Sha256.of(store.read(taken.key())));
            }
        }
        try (var left = Files.list(folder.resolve("intake"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private Map<String, String> objects() {
        Map<String, String> sums = new TreeMap<>();
        for (String key : store.list("")) {
            sums.put(key, Sha256.of(store.read(key)));
        }
        return sums;
    }

    @Test
    void quarantineSaysWhereAndWhy() throws IOException {
        Firm firm = firm(
                prices("date,symbol,close\n2024-01-30,AAA,10.1\n2024-01-31,AAA,-3\n2024-01-31,BBB,7\n"), "AAA", "BBB");
        DataCheck check = lake.check(Lake.PRICES, firm, RUN, intake.takeIn(firm, RUN), TODAY, TODAY);
        assertEquals(3, check.rows());
        assertEquals(1, check.quarantined());
        assertTrue(check.blocking());
        assertEquals("""
                file,line,column,date,symbol,value,rule,reason
                prices.csv,3,3,2024-01-31,AAA,-3,close-range,"close must be above 0 and at most 1000000000000, but got ""-3\"""
                """, new String(store.read(check.quarantineKey()), StandardCharsets.UTF_8));
        SetAside aside = new SetAsideRows(store, _ -> firm.folder());
        SetAsideRow row = aside.rows(RUN, check, 0, 10).getFirst();
        assertEquals(
                "prices.csv:3:3 2024-01-31 AAA", row.file() + ":" + row.line() + ":" + row.column() + " " + row.key());
        assertEquals("close-range", row.rule());
        assertEquals("close must be above 0 and at most 1000000000000, but got \"-3\"", row.reason());
        assertEquals("2024-01-31,AAA,-3", row.text());
        assertEquals(List.of("date,symbol,close", "2024-01-30,AAA,10.1"), row.before());
        assertEquals(List.of("2024-01-31,BBB,7"), row.after());
        assertEquals(List.of(), aside.rows(RUN, check, 1, 10), "there are no more");
        SetAsideRow gone = new SetAsideRows(store, _ -> firm.folder().resolve("gone"))
                .rows(RUN, check, 0, 10)
                .getFirst();
        assertEquals(List.of("", "-3"), List.of(gone.text(), gone.value()), "the lake still says which it was");
        PriceHistory history = lake.prices(check.snapshot(), TODAY);
        assertTrue(Double.isNaN(history.close()[1][0]), "the bad price is not used");
        assertEquals(7, history.close()[1][1]);
    }

    /** A run that replays another one has its snapshot, its rows set aside and their values, without a check. */
    @Test
    void whatARunFoundIsTakenOverByAnother() throws IOException {
        Firm firm = firm(
                prices("date,symbol,close\n2024-01-30,AAA,10.1\n2024-01-31,AAA,-3\n2024-01-31,BBB,7\n"), "AAA", "BBB");
        DataCheck check = lake.check(Lake.PRICES, firm, RUN, intake.takeIn(firm, RUN), TODAY, TODAY);
        RunId next = RunId.of(RUN.date(), 2);
        assertEquals(Optional.empty(), lake.snapshot(next, Lake.PRICES));
        lake.takeOver(next, RUN);
        lake.takeOver(next, RUN);
        assertEquals(Optional.of(check.snapshot()), lake.snapshot(next, Lake.PRICES));
        assertEquals(lake.of(RUN), lake.of(next));
        assertEquals(lake.aside(RUN, Lake.PRICES, 0), lake.aside(next, Lake.PRICES, 0));
        assertEquals(1, lake.aside(next, Lake.PRICES, 0).size());
        assertEquals(
                new String(store.read(check.quarantineKey()), StandardCharsets.UTF_8),
                new String(
                        store.read(check.quarantineKey().replace(RUN.value(), next.value())), StandardCharsets.UTF_8));
    }

    @Test
    void anEarlierDayCanBeReplayedFromTheSameSnapshot() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2023-12-29,AAA,10\n2024-01-02,AAA,11\n2024-01-03,AAA,12\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        DataCheck whole = lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY);
        DataCheck replay = lake.check(Lake.PRICES, firm, RUN, raw, LocalDate.of(2024, 1, 2), TODAY);
        assertEquals(whole.snapshot(), replay.snapshot());
        assertEquals(2, replay.rows());
        assertEquals(LocalDate.of(2024, 1, 2), replay.lastDate());
        PriceHistory history = lake.prices(replay.snapshot(), LocalDate.of(2024, 1, 2));
        assertEquals(List.of(LocalDate.of(2023, 12, 29), LocalDate.of(2024, 1, 2)), history.dates());
        assertEquals(3, lake.prices(replay.snapshot(), TODAY).dates().size());
    }

    @Test
    void aChangedFileGivesAnotherSnapshotAndTheOldOneStays() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-02,AAA,11\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        DataCheck before = lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY);
        prices("date,symbol,close\n2024-01-02,AAA,99\n");
        assertEquals(
                before, lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY), "a resumed run reads what it took in");
        DataCheck after = lake.check(Lake.PRICES, firm, RUN, intake.takeIn(firm, RUN), TODAY, TODAY);
        assertFalse(before.snapshot().equals(after.snapshot()));
        assertEquals(11, lake.prices(before.snapshot(), TODAY).close()[0][0]);
        assertEquals(99, lake.prices(after.snapshot(), TODAY).close()[0][0]);
    }

    @Test
    void rowsFromTheFutureCountOnceTheirDayHasCome() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-02,AAA,11\n2024-01-03,AAA,12\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        DataCheck early = lake.check(Lake.PRICES, firm, RUN, raw, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 2));
        DataCheck later = lake.check(Lake.PRICES, firm, RUN, raw, LocalDate.of(2024, 1, 3), LocalDate.of(2024, 1, 3));
        assertEquals(1, early.quarantined());
        assertEquals(0, later.quarantined());
        assertFalse(early.snapshot().equals(later.snapshot()), "other rows, other name");
        assertEquals(1, lake.prices(early.snapshot(), TODAY).dates().size());
        assertEquals(2, lake.prices(later.snapshot(), TODAY).dates().size());
    }

    @Test
    void nothingGoodIsSaidWithAnExample() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-02,AAA,x\n2024-01-03,AAA,y\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        Problem problem = assertThrows(Problem.class, () -> lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertEquals(
                "prices.csv: Expected good prices on or before 2026-03-01, but all 2 rows were set aside in"
                        + " quarantine/2024-01-31-001/prices.csv; close must be a number, first in prices.csv:2:3:"
                        + " date 2024-01-02, symbol AAA, close x",
                problem.getMessage());
        assertTrue(store.list("facts/").isEmpty(), "no half snapshot");
        Problem none = assertThrows(
                Problem.class, () -> lake.check(Lake.PRICES, firm, RUN, raw, LocalDate.of(2020, 1, 1), TODAY));
        assertTrue(none.getMessage().contains("there is none"), none.getMessage());
    }

    @Test
    void aRunIsTaggedWithEverythingItKept() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-02,AAA,11\n"));
        DataCheck check = lake.check(Lake.PRICES, firm, RUN, intake.takeIn(firm, RUN), TODAY, TODAY);
        Path report = Files.writeString(folder.resolve("report.html"), "<html>");
        lake.keep(RUN, "report.html", report);
        lake.keep(RUN, "report.html", report);
        var versions = new RunVersions("0.1.0", lake.contractVersion(Lake.PRICES), "", new TreeMap<>(), new TreeMap<>())
                .on(check.snapshot());
        lake.tag(RUN, versions, List.of("report.html"));
        String tag = new String(store.read("tags/2024-01-31-001.json"), StandardCharsets.UTF_8);
        assertTrue(tag.contains("\"runs/2024-01-31-001/report.html\""), tag);
        assertTrue(tag.contains(FileSum.of(report)), tag);
        assertTrue(tag.contains("snapshot=" + check.snapshot() + "/manifest.json"), tag);
        lake.tag(RUN, versions, List.of("report.html"));
        assertEquals(tag, new String(store.read("tags/2024-01-31-001.json"), StandardCharsets.UTF_8));
        Path again = folder.resolve("again");
        var copies = new ReportCopies(store);
        assertEquals(List.of("report.html (missing)"), copies.restore(RUN, again));
        assertEquals("<html>", Files.readString(again.resolve("report.html")));
        assertEquals(List.of(), copies.restore(RUN, again), "nothing is missing");
        Files.writeString(again.resolve("report.html"), "<html> and a line more");
        assertEquals(
                List.of("report.html (changed; what lay there is report.html.changed now)"),
                copies.restore(RUN, again));
        assertEquals("<html>", Files.readString(again.resolve("report.html")));
        assertEquals("<html> and a line more", Files.readString(again.resolve("report.html.changed")));
        Files.delete(again.resolve("report.html"));
        Files.createSymbolicLink(again.resolve("report.html"), report);
        assertEquals(1, copies.restore(RUN, again).size(), "a link is no report");
        assertEquals("<html>", Files.readString(again.resolve("report.html")));
        assertTrue(Files.isRegularFile(again.resolve("report.html"), LinkOption.NOFOLLOW_LINKS));
        assertEquals(List.of(), copies.restore(new RunId("2024-01-31-002"), folder.resolve("unknown")));
        assertTrue(tag.contains("\"data.snapshot\" : \"" + check.snapshot() + "\""), tag);
        assertThrows(Problem.class, () -> lake.tag(RUN, versions, List.of("missing.csv")));
        assertThrows(Problem.class, () -> lake.tag(RUN, versions.on("0000000000000000"), List.of()));
        assertThrows(Problem.class, () -> lake.keep(RUN, "../escape", report));
        assertThrows(Problem.class, () -> lake.prices("0000000000000000", TODAY));
    }

    @Test
    void aLargeFileIsTakenInByParts() throws IOException {
        Path file = prices("date,symbol,close\n2024-01-02,AAA,11\n");
        Files.writeString(file.resolveSibling("notes.csv"), "0123456789abcdef\n".repeat(2_100_000));
        Firm firm = firm(file);
        List<RawObject> raw = intake.takeIn(firm, RUN);
        RawObject notes = raw.get(1);
        assertEquals("notes.csv", notes.name());
        assertEquals(35_700_000, notes.bytes());
        Path copy = folder.resolve("copy.csv");
        store.fetch(notes.key(), notes.sha256(), copy);
        assertEquals(-1, Files.mismatch(file.resolveSibling("notes.csv"), copy));
        assertEquals(raw, intake.takeIn(firm, RUN));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path file = prices("date,symbol,close\n2024-01-02,AAA,11\n");
        Path secret = Files.writeString(folder.resolve("secret.csv"), "x");
        Files.createSymbolicLink(file.resolveSibling("accounts.csv"), secret);
        Firm firm = firm(file);
        Problem problem = assertThrows(Problem.class, () -> intake.takeIn(firm, RUN));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(
                problem.getMessage().startsWith("accounts.csv: Expected a file in the firm folder, but it is a link"));
    }

    @Test
    void aLakeThatIsGoneIsUnavailable() throws IOException {
        Firm firm = firm(prices("date,symbol,close\n2024-01-02,AAA,11\n"));
        List<RawObject> raw = intake.takeIn(firm, RUN);
        server.close();
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> intake.takeIn(firm, RUN)).kind());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> lake.check(Lake.PRICES, firm, RUN, raw, TODAY, TODAY))
                        .kind());
        assertFalse(Files.exists(folder.resolve("cache/check/2024-01-31-001")), "no work is left behind");
    }
}
