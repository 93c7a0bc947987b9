package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.intake.FirmFilesRoute;
import dev.vesper.app.wiring.RowReaders;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.Panel;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.Instrument;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the how-to page shows, done: two files make a data product. */
class HowToAddADataProductIT {
    private static final RunId RUN = new RunId("2024-01-31-001");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-data-product.md");

    @TempDir
    Path folder;

    private EmbeddedS3 server;
    private S3Store store;
    private FirmFilesRoute intake;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedS3.start(folder.resolve("lake"), "vesper");
        store = S3Store.open(server.settings());
        intake = FirmFilesRoute.start(
                _ -> RouteFiles.read(Path.of("routes")), store.client(), store.bucket(), folder.resolve("intake"));
        Files.createDirectories(folder.resolve("firm"));
    }

    @AfterEach
    void stop() {
        intake.close();
        store.close();
        server.close();
    }

    /** The product of the page, in a folder of its own. */
    private S3Lake ratings() throws IOException {
        Path product = Files.createDirectories(folder.resolve("products/ratings"));
        Files.writeString(product.resolve("product.yaml"), PAGE.blocks("yaml").get(0));
        Files.writeString(
                product.resolve("contract.odcs.yaml"), PAGE.blocks("yaml").get(1));
        return lake(folder.resolve("products"));
    }

    private S3Lake lake(Path products) {
        return new S3Lake(store, Products.read(products, RowReaders.ALL), folder.resolve("cache"));
    }

    private Firm firm() {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        for (String symbol : List.of("AAA", "BBB")) {
            instruments.put(
                    symbol,
                    new Instrument(symbol, symbol, "equity", "x", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "X"));
        }
        Path firm = folder.resolve("firm");
        return new Firm(
                firm,
                firm.resolve("prices.csv"),
                null,
                TradingCalendars.usual(),
                instruments,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private List<RawObject> deliver(String csv) throws IOException {
        Files.writeString(folder.resolve("firm/ratings.csv"), csv);
        return intake.takeIn(firm(), RUN);
    }

    @Test
    void theGoodFileBecomesParquetUnderItsOwnPath() throws IOException {
        S3Lake lake = ratings();
        List<RawObject> raw = deliver(PAGE.blocks("csv").get(0));
        assertEquals(List.of("ratings"), lake.delivered(raw));
        DataCheck check = lake.check("ratings", firm(), RUN, raw, DAY, DAY);
        assertEquals(3, check.rows());
        assertEquals(List.of(), check.breaches());
        assertFalse(check.blocking());
        assertEquals(
                List.of(
                        "facts/ratings/snapshot=" + check.snapshot() + "/manifest.json",
                        "facts/ratings/snapshot=" + check.snapshot() + "/year=2024/ratings.parquet"),
                store.list("facts/"));
        assertEquals(check.snapshot(), lake.snapshot(RUN, "ratings").orElseThrow());
        Panel panel = lake.panel("ratings", check.snapshot(), DAY, List.of("score"));
        assertEquals(List.of(LocalDate.of(2024, 1, 30), DAY), panel.dates());
        assertEquals(List.of("AAA", "BBB"), panel.series());
        assertEquals(71.5, panel.values().getFirst()[0][0]);
        assertEquals(40, panel.values().getFirst()[0][1]);
        assertTrue(Double.isNaN(panel.values().getFirst()[1][1]));
        lake.tag(RUN, new RunVersions("0.1.0", "1.0.0", "", new TreeMap<>(), new TreeMap<>()), List.of());
        String tag = new String(store.read("tags/" + RUN + ".json"), StandardCharsets.UTF_8);
        assertTrue(tag.contains("facts/ratings/snapshot=" + check.snapshot() + "/manifest.json"), tag);
    }

    @Test
    void theBadFileIsSetAsideWithItsReasonsAndStopsTheDay() throws IOException {
        S3Lake lake = ratings();
        DataCheck check =
                lake.check("ratings", firm(), RUN, deliver(PAGE.blocks("csv").get(1)), DAY, DAY);
        assertEquals(4, check.rows());
        assertEquals(3, check.quarantined());
        assertTrue(check.blocking());
        assertEquals("few-bad-ratings", check.breaches().getFirst().rule());
        assertEquals("quarantine/" + RUN + "/ratings.csv", check.quarantineKey());
        assertEquals(PAGE.block("text"), new String(store.read(check.quarantineKey()), StandardCharsets.UTF_8));
    }

    @Test
    void aMisspeltColumnAndAnUnknownReaderAreRefusedWithTheirPlace() throws IOException {
        S3Lake lake = ratings();
        List<RawObject> raw = deliver("date,symbol,score,analist\n2024-01-30,AAA,1,x\n");
        assertEquals(
                "ratings.csv:1:4: Expected a known column, but got \"analist\"; maybe \"analyst\" is meant",
                assertThrows(Problem.class, () -> lake.check("ratings", firm(), RUN, raw, DAY, DAY))
                        .getMessage());
        Path file = folder.resolve("products/ratings/product.yaml");
        Files.writeString(file, Files.readString(file).replace("value: csv", "value: cvs"));
        assertEquals(
                "ratings/product.yaml:14:32: Expected a reader, one of csv, prices, but got \"cvs\"; maybe \"csv\" is"
                        + " meant",
                assertThrows(Problem.class, this::readAgain).getMessage());
    }

    private void readAgain() {
        lake(folder.resolve("products"));
    }

    @Test
    void theVolatilityIndexIsAProductWithoutALineOfJava() throws IOException {
        Files.copy(SharedData.file("prices/vix_daily.csv.gz"), folder.resolve("firm/vix.csv.gz"));
        S3Lake lake = lake(Path.of("products"));
        List<RawObject> raw = intake.takeIn(firm(), RUN);
        assertEquals(List.of("vix"), lake.delivered(raw));
        LocalDate today = LocalDate.of(2026, 8, 1);
        DataCheck check = lake.check("vix", firm(), RUN, raw, today, today);
        assertEquals(9235, check.rows());
        assertEquals(LocalDate.of(1990, 1, 2), check.firstDate());
        assertEquals(LocalDate.of(2026, 7, 23), check.lastDate());
        assertFalse(check.blocking(), check.breaches().toString());
        Panel panel = lake.panel("vix", check.snapshot(), today, List.of("close"));
        assertEquals(List.of("vix"), panel.series());
        assertEquals(17.24, panel.values().getFirst()[0][0]);
        assertEquals(18.7, panel.values().getFirst()[panel.dates().size() - 1][0]);
    }
}
