package dev.vesper.adapters.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.adapters.WholeFile;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Visible;
import dev.vesper.execution.quality.BestQuote;
import dev.vesper.execution.quality.Horizon;
import dev.vesper.execution.quality.KeyedFill;
import dev.vesper.execution.quality.Population;
import dev.vesper.execution.quality.QualityReport;
import dev.vesper.execution.quality.QualityReports;
import dev.vesper.execution.quality.QualityRow;
import dev.vesper.execution.quality.SentOrder;
import dev.vesper.orders.Fill;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reports of best execution into a folder: each as CSV and XML, all of them in one PDF, and the orders and fills that
 * they count, each with the row of each report in which it is counted. The same population gives the same bytes.
 */
public final class BestExecutionWriter {
    /** What stands in the place of a figure that the stores do not know. */
    static final String NOT_RECORDED = "not recorded";

    /** Writes them; the names in the order in which they are written. */
    public List<String> write(Population population, Path folder) {
        List<QualityReport> reports = QualityReports.of(population);
        List<String> files = new ArrayList<>();
        for (QualityReport report : reports) {
            files.add(report.name() + ".csv");
            WholeFile.write(folder.resolve(report.name() + ".csv"), out -> csv(population, report, out));
            files.add(report.name() + ".xml");
            WholeFile.write(
                    folder.resolve(report.name() + ".xml"),
                    out -> BestExecutionXml.write(about(population, report), report, out));
        }
        files.addAll(List.of("orders.csv", "fills.csv", "best-execution.pdf"));
        Map<String, List<String>> rows = rows(reports);
        WholeFile.write(folder.resolve("orders.csv"), out -> orders(population, reports, rows, out));
        WholeFile.write(folder.resolve("fills.csv"), out -> fills(population, reports, rows, out));
        String page = new BestExecutionPage().render(population, reports);
        WholeFile.write(
                folder.resolve("best-execution.pdf"),
                out -> ReportPdf.write(
                        page,
                        "Best execution " + population.from() + " to " + population.to(),
                        population.to().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        population.runs().hashCode(),
                        out));
        return List.copyOf(files);
    }

    /** What each file says of itself, as names and words. */
    static List<Map.Entry<String, String>> about(Population population, QualityReport report) {
        List<Map.Entry<String, String>> about = new ArrayList<>();
        about.add(Map.entry("title", report.title()));
        if (!population.unreal().isEmpty()) {
            about.add(Map.entry("caution", population.unreal() + "; not a record of real trading"));
        }
        about.add(Map.entry("firm", population.firm()));
        about.add(Map.entry("period", population.from() + " to " + population.to() + " (business dates)"));
        about.add(Map.entry("rule", report.rule()));
        about.add(Map.entry(
                "population",
                Counted.of(population.orders().size(), "order") + " with "
                        + Counted.of(population.fills(), "fill") + " of "
                        + Counted.of(population.runs().size(), "run") + ": " + String.join(" ", population.runs())));
        population
                .leftOut()
                .forEach(one -> about.add(Map.entry(
                        "left-out",
                        one.what() + ": " + Counted.of(one.orders(), "order") + " with "
                                + Counted.of(one.fills(), "fill") + ", because " + one.reason())));
        about.add(Map.entry("signs", QualityReports.SIGNS));
        report.notes().forEach(note -> about.add(Map.entry("note", note)));
        about.add(Map.entry("fills", "fills.csv and orders.csv name the row of each report that counts them"));
        return about;
    }

    /** A value as programs read it. */
    static String exact(@Nullable Object value) {
        if (value == null) {
            return NOT_RECORDED;
        }
        return Visible.line(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }

    private static void csv(Population population, QualityReport report, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> line : about(population, report)) {
            text.write("# " + line.getKey() + ": " + Visible.line(line.getValue()) + "\n");
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        List<String> head = new ArrayList<>(List.of("row"));
        report.columns().forEach(column -> head.add(column.name()));
        csv.writeRecord(head);
        for (QualityRow row : report.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.id()));
            row.values().forEach(value -> cells.add(exact(value)));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /** Of each order by its key, the row of each report. */
    private static Map<String, List<String>> rows(List<QualityReport> reports) {
        Map<String, List<String>> rows = new HashMap<>();
        for (QualityReport report : reports) {
            for (QualityRow row : report.rows()) {
                row.orders()
                        .forEach(order -> rows.computeIfAbsent(order.key(), _ -> new ArrayList<>())
                                .add(row.id()));
            }
        }
        return rows;
    }

    private static void orders(
            Population population, List<QualityReport> reports, Map<String, List<String>> rows, OutputStream out)
            throws IOException {
        CsvWriter csv = list(
                out,
                reports,
                "order",
                "date",
                "venue",
                "symbol",
                "side",
                "currency",
                "quantity",
                "limit",
                "decision_price",
                "sent_millis",
                "end",
                "parent",
                "receipt_bid",
                "receipt_offer",
                "marketable");
        for (SentOrder one : population.orders()) {
            record(
                    csv,
                    rows.getOrDefault(one.key(), List.of()),
                    one.key(),
                    one.date(),
                    one.order().venue(),
                    one.order().symbol(),
                    one.order().side(),
                    one.currency(),
                    one.order().quantity(),
                    one.order().limitPrice(),
                    one.decisionPrice(),
                    one.order().sentMillis(),
                    one.outcome().state(),
                    one.order().parentId(),
                    bid(one.receipt()),
                    offer(one.receipt()),
                    one.marketable());
        }
        csv.flush();
    }

    private static void fills(
            Population population, List<QualityReport> reports, Map<String, List<String>> rows, OutputStream out)
            throws IOException {
        CsvWriter csv = list(
                out,
                reports,
                "fill",
                "order",
                "date",
                "venue",
                "symbol",
                "side",
                "currency",
                "quantity",
                "price",
                "fee",
                "millis",
                "account",
                "bid_before",
                "offer_before",
                "mid_50ms",
                "mid_1s",
                "mid_15s",
                "mid_1min",
                "mid_5min");
        for (SentOrder order : population.orders()) {
            for (KeyedFill one : order.fills()) {
                Fill fill = one.fill();
                record(
                        csv,
                        rows.getOrDefault(order.key(), List.of()),
                        one.key(),
                        order.key(),
                        fill.dateOr(order.date()),
                        fill.venue(),
                        fill.symbol(),
                        fill.side(),
                        order.currency(),
                        fill.quantity(),
                        fill.price(),
                        fill.fee(),
                        fill.millis(),
                        fill.account(),
                        bid(one.quotes().before()),
                        offer(one.quotes().before()),
                        one.quotes().laterMids().get(Horizon.FIFTY_MILLISECONDS),
                        one.quotes().laterMids().get(Horizon.ONE_SECOND),
                        one.quotes().laterMids().get(Horizon.FIFTEEN_SECONDS),
                        one.quotes().laterMids().get(Horizon.ONE_MINUTE),
                        one.quotes().laterMids().get(Horizon.FIVE_MINUTES));
            }
        }
        csv.flush();
    }

    private static @Nullable Object bid(@Nullable BestQuote quote) {
        return quote == null ? null : quote.bid();
    }

    private static @Nullable Object offer(@Nullable BestQuote quote) {
        return quote == null ? null : quote.offer();
    }

    private static CsvWriter list(OutputStream out, List<QualityReport> reports, String... head) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(head));
        reports.forEach(report -> all.add(report.name() + "_row"));
        csv.writeRecord(all);
        return csv;
    }

    private static void record(CsvWriter csv, List<String> rows, @Nullable Object... cells) {
        List<String> all = new ArrayList<>();
        for (@Nullable Object cell : cells) {
            all.add(exact(cell));
        }
        all.addAll(rows);
        csv.writeRecord(all);
    }
}
