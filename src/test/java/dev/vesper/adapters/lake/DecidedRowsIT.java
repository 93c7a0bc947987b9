package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.intake.FirmFilesRoute;
import dev.vesper.app.wiring.RowReaders;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.checkdata.RowJudge;
import dev.vesper.desk.firm.Firm;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.calendar.TradingCalendars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that two people decided, in real prices: Apple around its split of 7 to 1 on 2014-06-09, with what vendors get wrong: a
 * decimal comma, a price typed twice, a high below the low, the close of another scale. The accepted rows are the good ones,
 * the released ones and the corrected ones, and nothing else.
 */
class DecidedRowsIT {
    private static final RunId RUN = new RunId("2014-06-13-001");
    private static final LocalDate DATE = LocalDate.of(2014, 6, 13);

    private static final String PRICES = """
            date,symbol,open,high,low,close,volume
            2014-06-02,AAPL,634.0000,634.8300,622.5000,"628,65",12991558
            2014-06-03,AAPL,628.4700,628.2500,638.7100,637.5400,10184007
            2014-06-04,AAPL,637.2800,647.9000,636.1000,644.8200,11799618
            2014-06-04,AAPL,637.2800,647.9000,636.1000,646.4200,11799618
            2014-06-05,AAPL,646.2500,649.3500,642.6100,647.3500,10445282
            2014-06-06,AAPL,650.0000,651.2500,644.4800,645.5700,12116671
            2014-06-09,AAPL,92.6900,93.8800,91.7500,93.7000,72875948
            2014-06-10,AAPL,94.6400,95.0500,93.5700,94.2500,60833696
            2014-06-11,AAPL,94.1300,94.7600,92.8600,93.8600,43961198
            2014-06-12,AAPL,94.0400,94.1200,91.9000,-92.26,53269396
            2014-06-13,AAPL,92.1800,92.4400,90.8800,91.2800,52677810
            """;

    @TempDir
    static Path folder;

    private static EmbeddedS3 server;
    private static S3Store store;
    private static FirmFilesRoute intake;
    private static S3Lake lake;
    private static Firm firm;
    private static List<RawObject> raw;
    private static DataCheck first;
    private static int requests;

    @BeforeAll
    static void aDayWhoseRowsAreSetAside() throws IOException {
        server = EmbeddedS3.start(folder.resolve("lake"), "vesper");
        store = S3Store.open(server.settings());
        intake = FirmFilesRoute.start(
                _ -> RouteFiles.read(Path.of("routes")), store.client(), store.bucket(), folder.resolve("intake"));
        Path products = folder.resolve("products/prices");
        Files.createDirectories(products);
        Files.copy(Path.of("products/prices/product.yaml"), products.resolve("product.yaml"));
        Files.writeString(
                products.resolve("contract.odcs.yaml"),
                Files.readString(Path.of("products/prices/contract.odcs.yaml"))
                        .replace("quarantine: false", "quarantine: true"));
        lake = new S3Lake(store, Products.read(folder.resolve("products"), RowReaders.ALL), folder.resolve("cache"));
        Path own = Files.createDirectories(folder.resolve("firm"));
        Files.writeString(own.resolve("firm.yaml"), "name: Test\n");
        Path prices = Files.writeString(own.resolve("prices.csv"), PRICES);
        var apple = new Instrument("AAPL", "Apple", "equity", "x", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "X");
        firm = new Firm(
                own,
                prices,
                null,
                TradingCalendars.usual(),
                new TreeMap<>(Map.of("AAPL", apple)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        raw = intake.takeIn(firm, RUN);
        first = lake.check(Lake.PRICES, firm, RUN, raw, DATE, DATE);
    }

    @AfterAll
    static void stop() {
        intake.close();
        store.close();
        server.close();
    }

    @Test
    void theRowsOfTheDayAreSetAsideAndTheDayStops() {
        assertEquals(
                Set.of(place(2), place(3), place(4), place(5), place(8), place(11)),
                lake.aside(RUN, Lake.PRICES, 0),
                "comma, high below low, two prices of one day, the split, a minus sign");
        assertTrue(first.blocking());
        assertEquals(6, first.quarantined());
        assertEquals(
                "628,65",
                lake.cells(RUN, Lake.PRICES, Set.of(place(2))).get(place(2)).get("close"));
    }

    @Test
    void acceptedRowsAreGoodReleasedAndCorrectedOnes() {
        RowJudge.Judged judged = judge(
                true,
                decided(correct(2, "628.65")),
                decided(correct(3, "637.54", "high", "638.71", "low", "628.25")),
                decided(change(5, RowAct.REJECT)),
                decided(change(4, RowAct.RELEASE)),
                decided(change(8, RowAct.RELEASE)),
                decided(correct(11, "92.26")));
        assertEquals(List.of(), judged.against());
        assertEquals(1, judged.check().quarantined(), "the row that stays out");
        assertEquals(Set.of(place(5)), lake.aside(RUN, Lake.PRICES, requests));
        PriceHistory prices = lake.prices(judged.check().snapshot(), DATE);
        assertEquals(
                List.of(628.65, 637.54, 644.82, 647.35, 645.57, 93.70, 94.25, 93.86, 92.26, 91.28), closes(prices));
        String manifest = new String(
                store.read(SnapshotManifest.key(Lake.PRICES, judged.check().snapshot())), StandardCharsets.UTF_8);
        for (String told : List.of(
                "\"asked\" : \"olga\"",
                "\"agreed\" : \"ben\"",
                "\"because\" : \"checked with the exchange\"",
                "\"was\" : \"628,65\"",
                "\"becomes\" : \"628.65\"")) {
            assertTrue(manifest.contains(told), manifest);
        }
        assertEquals(raw, intake.takeIn(firm, RUN), "what was delivered is what it was");
        assertEquals(
                PRICES,
                new String(
                        store.read(raw.stream()
                                .filter(object -> object.name().equals("prices.csv"))
                                .findFirst()
                                .orElseThrow()
                                .key()),
                        StandardCharsets.UTF_8));
    }

    @Test
    void theSameDecisionsGiveTheSameSnapshotAndOthersAnother() {
        DecidedRows comma = decided(correct(2, "628.65"));
        String one = judge(true, comma).check().snapshot();
        assertEquals(one, judge(true, comma).check().snapshot());
        assertNotEquals(one, judge(true, decided(correct(2, "628.66"))).check().snapshot());
        assertNotEquals(one, first.snapshot());
        assertEquals(5, closes(lake.prices(first.snapshot(), DATE)).size(), "the first one is still there");
    }

    @Test
    void whatTheContractCannotUseIsNotReleased() {
        against("(date, symbol) must occur once", decided(change(4, RowAct.RELEASE)));
        against("close must be a number, but got \"628,65\"", decided(change(2, RowAct.RELEASE)));
        against("close must be above 0", decided(change(11, RowAct.RELEASE)));
    }

    @Test
    void aCorrectionThatBreaksTheContractIsRefused() {
        against("close must be a number, but got \"n/a\"", decided(correct(2, "n/a")));
        against("symbol must be one of the instruments", decided(correct(2, "628.65", "symbol", "APPL")));
        against("date must not be after today", decided(correct(2, "628.65", "date", "2014-06-16")));
        against("close must not move by more than 0.5", decided(correct(11, "922.6", "high", "930")));
        against(
                "good rows would not be used any more: prices.csv:7",
                decided(correct(2, "628.65", "date", "2014-06-06")));
    }

    @Test
    void aRowThatIsNotThereIsRefused() {
        DecidedRows lost = decided(new RowChange(
                "prices",
                "prices.csv",
                99,
                6,
                raw.getFirst().sha256(),
                RowAct.CORRECT,
                List.of(new RowCell("close", "1", "2"))));
        assertThrows(Problem.class, () -> judge(false, lost));
    }

    private static void against(String words, DecidedRows... decided) {
        String against = String.join("; ", judge(true, decided).against());
        assertTrue(against.contains(words), "Expected \"" + words + "\", but got: " + against);
    }

    private static RowJudge.Judged judge(boolean keep, DecidedRows... decided) {
        return lake.again(Lake.PRICES, firm, RUN, raw, DATE, DATE, List.of(decided), keep);
    }

    private static DecidedRows decided(RowChange... rows) {
        return new DecidedRows(++requests, List.of(rows), "olga", "checked with the exchange", "ben", "");
    }

    private static RowChange correct(long line, String close, String... further) {
        List<String> values = new ArrayList<>(List.of("close", close));
        values.addAll(List.of(further));
        List<RowCell> cells = new ArrayList<>();
        for (RowCell cell : change(line, RowAct.CORRECT).cells()) {
            int at = values.indexOf(cell.column());
            cells.add(at < 0 ? cell : new RowCell(cell.column(), cell.was(), values.get(at + 1)));
        }
        return new RowChange("prices", "prices.csv", line, 6, "", RowAct.CORRECT, cells);
    }

    private static RowChange change(long line, RowAct act) {
        List<RowCell> cells =
                lake
                        .cells(RUN, Lake.PRICES, Set.of(place(line)))
                        .getOrDefault(place(line), Map.of())
                        .entrySet()
                        .stream()
                        .map(cell -> new RowCell(cell.getKey(), cell.getValue(), cell.getValue()))
                        .toList();
        return new RowChange("prices", "prices.csv", line, 6, "", act, cells);
    }

    private static RowPlace place(long line) {
        return new RowPlace("prices.csv", line, 6);
    }

    private static List<Double> closes(PriceHistory prices) {
        List<Double> closes = new ArrayList<>();
        for (double[] day : prices.close()) {
            closes.add(day[0]);
        }
        return closes;
    }
}
