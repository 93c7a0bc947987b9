package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.execution.quality.Population;
import dev.vesper.execution.quality.SampleOrders;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class BestExecutionWriterTest {
    @TempDir
    Path folder;

    private static List<Row> rows(Path file) {
        List<Row> rows = new ArrayList<>();
        CsvFile.read(file, header -> rows::add);
        return rows;
    }

    private static BigDecimal sum(Stream<Row> rows, String column) {
        return rows.map(row -> row.decimal(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the files alone, as whoever doubts them would. */
    @Test
    void everyFigureIsComputedAgainFromTheFillsItNames() {
        Population population = SampleOrders.many(400, 7);
        new BestExecutionWriter().write(population, folder);
        List<Row> fills = rows(folder.resolve("fills.csv"));
        List<Row> orders = rows(folder.resolve("orders.csv"));
        for (String report : List.of("rule-605", "rule-606a", "rule-606b3", "rts-27")) {
            List<Row> figures = rows(folder.resolve(report + ".csv"));
            assertFalse(figures.isEmpty(), report);
            for (Row row : figures) {
                List<Row> own = fills.stream()
                        .filter(fill -> fill.text(report + "_row").equals(row.text("row")))
                        .toList();
                long sent = orders.stream()
                        .filter(order -> order.text(report + "_row").equals(row.text("row")))
                        .count();
                BigDecimal executed = sum(own.stream(), "quantity");
                assertEquals(row.decimal("executed"), executed, report + " " + row.text("row"));
                assertEquals(row.text(report.equals("rule-606b3") ? "orders_routed" : "orders"), String.valueOf(sent));
                if (row.header().has("net_fees")) {
                    assertEquals(0, row.decimal("net_fees").compareTo(sum(own.stream(), "fee")), report);
                }
                if (row.header().has("average_price") && executed.signum() > 0) {
                    BigDecimal notional = own.stream()
                            .map(fill -> fill.decimal("price").multiply(fill.decimal("quantity")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertEquals(
                            row.decimal("average_price"), notional.divide(executed, 6, RoundingMode.HALF_EVEN), report);
                }
            }
        }
    }

    /** Spreads and price improvement too, from the quotes that stand beside the orders and fills. */
    @Test
    void spreadsAreComputedAgainFromTheFillsTheyName() {
        new BestExecutionWriter().write(SampleOrders.quoted(SampleOrders.many(400, 7)), folder);
        Map<String, Row> orders = rows(folder.resolve("orders.csv")).stream()
                .collect(Collectors.toMap(row -> row.text("order"), row -> row));
        List<Row> fills = rows(folder.resolve("fills.csv"));
        int known = 0;
        for (Row row : rows(folder.resolve("rule-605.csv"))) {
            double shares = 0;
            double effective = 0;
            double quoted = 0;
            double later = 0;
            double laterShares = 0;
            double improved = 0;
            double improvement = 0;
            for (Row fill : fills) {
                if (!fill.text("rule-605_row").equals(row.text("row"))) {
                    continue;
                }
                Row order = orders.get(fill.text("order"));
                double units = number(fill, "quantity");
                double price = number(fill, "price");
                if (!fill.text("mid_1s").equals("not recorded")) {
                    later += 2 * (price - number(fill, "mid_1s")) * units;
                    laterShares += units;
                }
                if (!order.text("receipt_bid").equals("not recorded")) {
                    double bid = number(order, "receipt_bid");
                    double offer = number(order, "receipt_offer");
                    shares += units;
                    effective += (2 * price - bid - offer) * units;
                    quoted += (offer - bid) * units;
                    assertEquals(number(order, "limit") >= offer, Boolean.parseBoolean(order.text("marketable")));
                    if (number(order, "limit") >= offer && price < offer) {
                        improved += units;
                        improvement += (offer - price) * units;
                    }
                }
            }
            if (shares > 0) {
                known++;
                assertEquals(shares, number(row, "quoted_shares"));
                assertEquals(effective / shares, number(row, "effective_spread"), 1e-6);
                assertEquals(100 * effective / quoted, number(row, "effective_over_quoted"), 0.006);
            }
            if (laterShares > 0) {
                assertEquals(later / laterShares, number(row, "realised_spread_1s"), 1e-6);
            }
            if (improved > 0) {
                assertEquals(improved, number(row, "improved_shares"));
                assertEquals(improvement / improved, number(row, "price_improvement"), 1e-6);
            }
        }
        assertTrue(known > 50, () -> "rows that are checked");
    }

    private static double number(Row row, String column) {
        return row.decimal(column).doubleValue();
    }

    @Test
    void eachFileSaysWhatItIs() throws Exception {
        List<String> files = new BestExecutionWriter().write(SampleOrders.four(), folder);
        assertEquals(13, files.size());
        for (String report : List.of("rule-605", "rule-606a", "rule-606b3", "rts-28", "rts-27")) {
            String csv = Files.readString(folder.resolve(report + ".csv"));
            for (String said : List.of(
                    "# period: 2018-04-01 to 2018-06-30",
                    "# rule: In the style of",
                    "# population: 4 orders with 4 fills of 2 runs",
                    "# left-out: rehearsals: 3 orders with 2 fills, because nothing was really sent",
                    "# signs: positive is a cost",
                    "not recorded")) {
                assertTrue(csv.contains(said), report + ": " + said + " in " + csv);
            }
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve(report + ".xml").toFile());
            assertEquals(
                    rows(folder.resolve(report + ".csv")).size(),
                    xml.getElementsByTagName("row").getLength());
            assertEquals(
                    "2018-04-01 to 2018-06-30 (business dates)",
                    xml.getElementsByTagName("period").item(0).getTextContent());
            assertEquals(
                    "row",
                    csv.lines()
                            .filter(line -> !line.startsWith("#"))
                            .findFirst()
                            .orElseThrow()
                            .split(",")[0]);
        }
    }

    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        new BestExecutionWriter().write(SampleOrders.four(), folder);
        String page = Files.readString(Path.of("src/docs/best-execution.md"));
        String example = page.substring(page.indexOf("```\nrow,month") + 4, page.lastIndexOf("```"));
        assertTrue(Files.readString(folder.resolve("rule-606b3.csv")).contains("\n" + example), example);
    }

    @Test
    void whatIsNoRealTradingSaysSo() throws IOException {
        Population real = SampleOrders.four();
        Population unreal = new Population(
                real.firm(),
                "rehearsals on simulated venues",
                real.from(),
                real.to(),
                real.runs(),
                real.orders(),
                List.of());
        new BestExecutionWriter().write(unreal, folder);
        assertTrue(Files.readString(folder.resolve("rts-28.csv"))
                .contains("# caution: rehearsals on simulated venues; not a record of real trading"));
        assertTrue(Files.readString(folder.resolve("rts-28.xml")).contains("<caution>rehearsals on simulated venues"));
        try (var document = Loader.loadPDF(folder.resolve("best-execution.pdf").toFile())) {
            assertTrue(new PDFTextStripper().getText(document).contains("NOT REAL"));
        }
    }

    @Test
    void theDocumentForPeople() throws IOException {
        new BestExecutionWriter().write(SampleOrders.many(900, 9), folder);
        try (var document = Loader.loadPDF(folder.resolve("best-execution.pdf").toFile())) {
            String text = new PDFTextStripper().getText(document);
            for (String said : List.of(
                    "Best execution",
                    "THE DUTY HAS ENDED",
                    "rehearsals",
                    "nothing was really sent",
                    "more in rule-605.csv",
                    "Not recorded in any row, so not shown here")) {
                assertTrue(text.replaceAll("\\s+", " ").contains(said), said + " in " + text);
            }
        }
        Path again = folder.resolve("again");
        new BestExecutionWriter().write(SampleOrders.many(900, 9), again);
        for (String file : List.of("best-execution.pdf", "rule-605.xml", "fills.csv")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }
}
