package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vesper.adapters.report.section.PersonAnswer;
import dev.vesper.adapters.report.section.PersonDecision;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.limits.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportWriterTest {
    private static final String HOSTILE = "<script>alert(1)</script> \u0001 & \"Söhne\"";

    private static final List<String> FILES = List.of(
            "report.html",
            "report.pdf",
            "allocation.csv",
            "accounts.csv",
            "orders.csv",
            "left-out.csv",
            "fills.csv",
            "costs.csv",
            "gains.csv",
            "wash-sales.csv",
            "holdings.csv",
            "lots.csv",
            "limits.csv",
            "summary.txt",
            "run.json");

    @TempDir
    static Path folder;

    @TempDir
    static Path again;

    private static final RunReport REPORT = SampleRun.of(20, 2)
            .named("Meridian </style><b>Partners</b>", HOSTILE)
            .build();

    @BeforeAll
    static void writeTwice() {
        assertEquals(FILES, new RunReportWriter().write(REPORT, folder));
        new RunReportWriter().write(REPORT, again);
    }

    @Test
    void writesItsFilesAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    FILES.stream().sorted().toList(),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        for (String name : FILES) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
        }
    }

    @Test
    void namesFromTheFirmAreTextNeverMarkup() throws Exception {
        String page = text("report.html");
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<b>Partners"));
        assertTrue(page.contains("&lt;script&gt;alert(1)"));
        // well-formed although a name holds a control character
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePageAsksNothingOfAnyServer() throws IOException {
        String page = text("report.html")
                .replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xhtml", "");
        for (String file : FILES) { // links to the files beside it work wherever the folder lies
            page = page.replace("href=\"" + file + "\"", "");
        }
        for (String way : List.of("http:", "https:", " src=", " href=", "url(", "@import", "<link")) {
            assertFalse(page.contains(way), way);
        }
    }

    @Test
    void noFileTellsWhereTheFirmLiesOnTheMachine() throws IOException {
        RunReport refused = SampleRun.of(4, 1).refused().build();
        RunFacts facts = RunFacts.of(refused);
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        String json = RunJson.tree(Sections.ALL, facts, FILES).toString();
        assertTrue(page.contains("see meridian/notes.txt"));
        assertFalse(page.contains("/srv/"));
        assertFalse(json.contains("/srv/"));
        for (String name :
                List.of("accounts.csv", "orders.csv", "fills.csv", "lots.csv", "limits.csv", "costs.csv", "run.json")) {
            assertFalse(text(name).contains("/srv/"), name);
        }
    }

    @Test
    void whatWasPractisedSaysSoWhereverItIsRead() {
        RunFacts facts = RunFacts.of(SampleRun.of(4, 1).real().practised().build());
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        assertTrue(page.contains("<b>PRACTICE</b> Worked on a simulated clock"));
        assertTrue(page.contains("<title>Run 2024-03-28-001 · Meridian Asset Partners · PRACTICE</title>"));
        assertTrue(RunJson.tree(Sections.ALL, facts, FILES).get("practice").asBoolean());
        assertTrue(String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)))
                .contains(" PRACTICE "));
        RunFacts real = RunFacts.of(SampleRun.of(4, 1).real().build());
        assertFalse(new ReportPage(Sections.ALL).render(real, FILES).contains("PRACTICE"));
        assertFalse(RunJson.tree(Sections.ALL, real, FILES).has("practice"));
    }

    @Test
    void aReplayedDaySaysInWhosePlaceItIs() {
        RunFacts facts = RunFacts.of(SampleRun.of(4, 1).real().replaying().build());
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        assertTrue(page.contains("<b>REPLAY</b> In the place of run <span>2024-03-28-001</span>"), page);
        var json = RunJson.tree(Sections.ALL, facts, FILES);
        assertEquals("2024-03-28-001", json.get("supersedes").asText());
        assertEquals("rebalance", json.get("replayedFrom").asText());
        assertTrue(String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)))
                .contains("replays run 2024-03-28-001 from rebalance"));
        RunFacts first = RunFacts.of(SampleRun.of(4, 1).real().build());
        assertFalse(new ReportPage(Sections.ALL).render(first, FILES).contains("REPLAY"));
        assertFalse(RunJson.tree(Sections.ALL, first, FILES).has("supersedes"));
    }

    @Test
    void runJsonHoldsTheFactsUnderStableKeys() throws IOException {
        JsonNode run = new ObjectMapper().readTree(text("run.json"));
        List<String> keys = new ArrayList<>();
        run.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "runId",
                        "date",
                        "status",
                        "rehearsal",
                        "firm",
                        "firmFolder",
                        "seed",
                        "approvals",
                        "stages",
                        "data",
                        "accounts",
                        "parents",
                        "children",
                        "leftOut",
                        "fills",
                        "sessions",
                        "costBps",
                        "notional",
                        "currency",
                        "costs",
                        "gains",
                        "washSales",
                        "limits",
                        "audit",
                        "versions",
                        "files"),
                keys);
        assertEquals("2024-03-28-001", run.get("runId").asText());
        assertEquals(REPORT.orders().size(), run.get("parents").asInt());
        assertEquals(REPORT.children(), run.get("children").asInt());
        assertEquals(REPORT.fills().size(), run.get("fills").asInt());
        assertEquals(1.24, run.get("stages").get(0).get("seconds").asDouble());
        assertEquals(17, run.get("data").get("quarantinedRows").asInt());
        assertEquals(
                REPORT.limits().told().stream()
                        .filter(v -> v.outcome() == Outcome.CUT || v.outcome() == Outcome.DENY)
                        .count(),
                run.get("limits").get("breached").asLong());
        assertEquals("maker", run.get("approvals").get(0).get("role").asText());
        assertEquals("bea (demo)", run.get("approvals").get(1).get("who").asText());
        assertEquals(
                REPORT.audit().getLast().hash(),
                run.get("audit").get("headHash").asText());
        JsonNode costs = run.get("costs").get(0);
        double parts = Stream.of("delay", "execution", "opportunity", "fees")
                .mapToDouble(p -> costs.get(p).asDouble())
                .sum();
        assertEquals(costs.get("total").asDouble(), parts, 0.03);
        assertEquals(
                costs.get("total").asDouble() / run.get("notional").asDouble() * 1e4,
                run.get("costBps").asDouble(),
                0.01);
    }

    @Test
    void theTablesReadBackWholeAndAddUp() throws IOException {
        List<NamedCsvRecord> orders = csv("orders.csv");
        List<NamedCsvRecord> fills = csv("fills.csv");
        List<NamedCsvRecord> costs = csv("costs.csv");
        assertEquals(REPORT.orders().size(), orders.size());
        assertEquals(REPORT.plans().size(), csv("accounts.csv").size());
        assertEquals(REPORT.fills().size(), fills.size());
        assertEquals(REPORT.lotsAfter().size(), csv("lots.csv").size());
        assertEquals(REPORT.limits().checked(), csv("limits.csv").size());
        for (NamedCsvRecord order : orders) {
            BigDecimal filled = fills.stream()
                    .filter(f -> f.getField("order").equals(order.getField("order")))
                    .map(f -> new BigDecimal(f.getField("quantity")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, filled.compareTo(new BigDecimal(order.getField("filled"))));
            assertEquals(
                    0,
                    new BigDecimal(order.getField("quantity"))
                            .compareTo(filled.add(new BigDecimal(order.getField("leaves")))));
        }
        for (NamedCsvRecord cost : costs) {
            BigDecimal parts = Stream.of("delay", "execution", "opportunity", "fees")
                    .map(p -> new BigDecimal(cost.getField(p)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, parts.compareTo(new BigDecimal(cost.getField("total"))), cost.getField("order"));
        }
    }

    @Test
    void thePdfSaysTheSameWithItsOwnFontsAndNumbersItsPages() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            String words = new PDFTextStripper().getText(pdf);
            CurrencyTotal total = RunFacts.of(REPORT).totals().get("USD");
            assertTrue(words.contains("REHEARSAL"));
            assertTrue(words.contains("2024-03-28-001"));
            assertTrue(words.contains(Numbers.bps(total.costBps()) + " bps"));
            assertTrue(words.contains(Numbers.amount(total.notional())));
            assertTrue(words.contains("Ørsted A/S"));
            assertTrue(words.contains("Αθήνα Τράπεζα"));
            assertTrue(words.contains("Page 1 of " + pdf.getNumberOfPages()));
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(
                            page.getResources().getFont(name).isEmbedded(),
                            page.getResources().getFont(name).getName());
                }
            }
        }
    }

    @Test
    void aQuietDayWithOneInstrumentIsStillAReport() {
        String page = page(SampleRun.of(1, 1).withoutOrders().withoutVolumes().real());
        assertTrue(page.contains("No order was needed or allowed"));
        assertFalse(page.contains("REHEARSAL"));
        assertFalse(page.contains("NaN"));
    }

    @Test
    void aRefusedDayShowsNoCostAnywhere() {
        RunFacts facts = RunFacts.of(SampleRun.of(12, 2).refused().build());
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        assertFalse(page.contains("Implementation shortfall"));
        assertFalse(page.contains(">Cost<"));
        assertFalse(page.contains("Fill rate"));
        String terminal = String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)));
        assertFalse(terminal.contains("cost"));
        assertFalse(terminal.contains("traded  "));
        JsonNode json = RunJson.tree(Sections.ALL, facts, FILES);
        assertTrue(json.get("costBps").isNull());
        assertTrue(json.get("costs").isEmpty());
    }

    @Test
    void theSignSaysWhatItMeansWhereTheCostStands() {
        RunFacts facts = RunFacts.of(REPORT);
        BigDecimal cost = facts.totals().get("USD").costs().total();
        String sense = cost.signum() > 0 ? "a cost" : "a gain";
        String amount = "USD " + Numbers.amount(cost);
        assertTrue(new ReportPage(Sections.ALL).render(facts, FILES).contains(amount + ", " + sense));
        assertTrue(String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)))
                .contains(amount + " against the decision prices, " + sense));
    }

    @Test
    void notionalSumsToTheCent() throws IOException {
        JsonNode run = new ObjectMapper().readTree(text("run.json"));
        assertEquals(run.get("notional").decimalValue(), sum("orders.csv", "notional"));
        JsonNode costs = run.get("costs").get(0);
        assertEquals(costs.get("filledNotional").decimalValue(), sum("orders.csv", "filled_notional"));
        assertEquals(costs.get("filledNotional").decimalValue(), sum("fills.csv", "notional"));
        assertEquals(costs.get("filledNotional").decimalValue(), sum("accounts.csv", "traded"));
        assertEquals(costs.get("total").decimalValue(), sum("costs.csv", "total"));
        assertEquals(costs.get("total").decimalValue(), sum("accounts.csv", "cost"));
    }

    private static BigDecimal sum(String file, String column) throws IOException {
        return csv(file).stream()
                .map(row -> row.getField(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    @Test
    void sectorsAndHoldingsComeToTheWhole() throws IOException {
        assertEquals(1, sum("allocation.csv", "share_after").doubleValue(), 0.005);
        assertEquals(1, sum("allocation.csv", "share_before").doubleValue(), 0.005);
        assertEquals(sum("accounts.csv", "value_after"), sum("allocation.csv", "value_after"));
        assertEquals(sum("accounts.csv", "value_before"), sum("allocation.csv", "value_before"));
        assertEquals(sum("lots.csv", "market_value"), sum("holdings.csv", "market_value"));
    }

    /** Wider drawings have another for narrow windows, which takes their place there. */
    @Test
    void everyDrawingFitsATelephone() {
        String page = page(SampleRun.of(40, 3));
        Matcher drawing = Pattern.compile("<div class=\"(chart[^\"]*)\"><svg[^>]* width=\"(\\d+)\"")
                .matcher(page);
        int narrow = 0;
        int swapped = 0;
        while (drawing.find()) {
            int width = Integer.parseInt(drawing.group(2));
            switch (drawing.group(1)) {
                case "chart swapped" -> swapped++;
                case "chart narrow" -> {
                    narrow++;
                    assertTrue(width <= 362, "a telephone has 390 pixels, less its margins: " + width);
                }
                default -> assertTrue(width <= 500, "too small to read where it is made to fit: " + width);
            }
        }
        assertEquals(1, swapped, "the curve");
        assertEquals(1, narrow);
        assertTrue(page.contains(".swapped { display: none; }") && page.contains(".narrow { display: block; }"));
    }

    @Test
    void aRefusedDaySaysThatNothingWasTraded() {
        String page = page(SampleRun.of(12, 2).refused());
        assertTrue(page.contains("The day was refused; nothing was traded."));
        assertTrue(page.contains("reject"));
        assertTrue(page.contains("not sent"));
    }

    @Test
    void whatADayBeganOverIsOnThePageOnTheTerminalAndInRunJson() {
        RunFacts facts = RunFacts.of(SampleRun.of(12, 2)
                .over(new BreachRecord(
                        "P-1",
                        "/firms/small",
                        false,
                        "position-weight",
                        "v",
                        "ACC1",
                        "IBM & Co",
                        new BigDecimal("0.25"),
                        new BigDecimal("0.271234"),
                        "",
                        "passive",
                        "2018-04-11-001",
                        LocalDate.of(2018, 4, 9),
                        LocalDate.of(2018, 4, 11),
                        null,
                        2,
                        "Ben",
                        "sold by <Friday>"))
                .build());
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        assertTrue(page.contains(">IBM &amp; Co<") && page.contains(">sold by &lt;Friday&gt;<"), "what, and the plan");
        assertTrue(String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)))
                .contains("before the orders, 0 without an owner"));
        JsonNode breach =
                RunJson.tree(Sections.ALL, facts, FILES).get("breaches").get(0);
        assertEquals("0.271234", breach.get("used").asText());
        assertEquals("passive", breach.get("cause").asText());
        assertTrue(page.contains(">open, passive<"), "who made it");
        assertEquals(2, breach.get("ageDays").asInt());
        assertEquals("Ben", breach.get("owner").asText());
        assertFalse(
                new ReportPage(Sections.ALL)
                        .render(RunFacts.of(SampleRun.of(12, 2).build()), FILES)
                        .contains("Breaches before"),
                "a day that began over nothing says nothing");
    }

    @Test
    void aDeclinedProposalIsOnThePageOnTheTerminalAndInRunJson() {
        RunReport day = SampleRun.of(12, 2).declined().build();
        RunFacts facts = RunFacts.of(day);
        assertEquals(
                List.of(PersonAnswer.DECLINED),
                facts.decisions().stream().map(PersonDecision::answer).toList());
        String page = new ReportPage(Sections.ALL).render(facts, FILES);
        assertTrue(page.contains(">declined<"), "the answer");
        assertTrue(page.contains(">the turnover is too high<"), "and why");
        assertTrue(String.join("\n", RunSummary.lines(Sections.ALL, facts, new Ink(false)))
                .contains("ana (demo) declined"));
        JsonNode approval =
                RunJson.tree(Sections.ALL, facts, FILES).get("approvals").get(0);
        assertEquals("ana (demo)", approval.get("who").asText());
        assertEquals("maker", approval.get("role").asText());
        assertEquals("reject", approval.get("decision").asText());
    }

    @Test
    void fiveHundredInstrumentsShowTheLargestAndCountTheRest() {
        String page = page(SampleRun.of(500, 3));
        assertTrue(page.contains("488 others"));
        assertTrue(page.contains(" more in </span><a href=\"orders.csv\">"), "the rest by link");
    }

    private static String page(SampleRun run) {
        return new ReportPage(Sections.ALL).render(RunFacts.of(run.build()), FILES);
    }

    private static String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            return reader.stream().toList();
        }
    }
}
