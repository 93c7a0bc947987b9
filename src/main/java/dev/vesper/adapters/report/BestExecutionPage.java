package dev.vesper.adapters.report;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.Visible;
import dev.vesper.execution.quality.KeyedFill;
import dev.vesper.execution.quality.Population;
import dev.vesper.execution.quality.QualityColumn;
import dev.vesper.execution.quality.QualityColumn.Unit;
import dev.vesper.execution.quality.QualityReport;
import dev.vesper.execution.quality.QualityReports;
import dev.vesper.execution.quality.QualityRow;
import dev.vesper.execution.quality.SentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;

/** All reports of best execution as one XHTML page, of which the PDF is made. Its template lies in src/main/console/report. */
final class BestExecutionPage {
    /** Rows that the page shows of a report; all are in its CSV. */
    private static final int SHOWN = 40;

    /** So many columns stand beside one another. */
    private static final int WIDE = 16;

    /**
     * A report as the page shows it, or what of its columns has no room there.
     *
     * @param first whether it begins the report
     * @param missing the columns that no row knows, which are not shown
     * @param more which rows are shown, empty where all are
     */
    record Part(
            QualityReport report,
            boolean first,
            List<Head> heads,
            List<List<String>> rows,
            String missing,
            String more) {}

    /** The head of a column and its style. */
    record Head(String words, String style) {}

    String render(Population population, List<QualityReport> reports) {
        Context context = new Context(Locale.UK);
        context.setVariable("population", population);
        context.setVariable("firm", Visible.line(population.firm()));
        context.setVariable("orders", Numbers.count(population.orders().size()));
        context.setVariable("fills", Numbers.count(population.fills()));
        context.setVariable("values", values(population));
        context.setVariable(
                "venues",
                population.orders().stream()
                        .map(order -> order.order().venue())
                        .distinct()
                        .count());
        context.setVariable("signs", QualityReports.SIGNS);
        context.setVariable(
                "parts",
                reports.stream().flatMap(report -> parts(report).stream()).toList());
        return ReportPage.readable(Visible.lines(ReportPage.template("best-execution.html", context)));
    }

    /** What was filled, by currency. */
    private static String values(Population population) {
        Map<String, BigDecimal> values = new TreeMap<>();
        population.orders().forEach(order -> values.merge(order.currency(), filled(order), BigDecimal::add));
        return values.entrySet().stream()
                .map(one -> Numbers.money(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal filled(SentOrder order) {
        return order.fills().stream()
                .map(KeyedFill::fill)
                .map(fill -> fill.notional())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Part> parts(QualityReport report) {
        List<Integer> known = IntStream.range(0, report.columns().size())
                .filter(i -> report.rows().stream().anyMatch(row -> row.values().get(i) != null))
                .boxed()
                .toList();
        String missing = IntStream.range(0, report.columns().size())
                .filter(i -> !known.contains(i))
                .mapToObj(i -> report.columns().get(i).head())
                .collect(Collectors.joining(", "));
        Set<String> largest = new HashSet<>(report.rows().stream()
                .sorted(Comparator.comparing(BestExecutionPage::filled, Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(QualityRow::id)
                .toList());
        String more = report.rows().size() <= SHOWN
                ? ""
                : "The " + SHOWN + " rows with the largest filled value are shown; "
                        + Numbers.count(report.rows().size() - (long) SHOWN) + " more in " + report.name() + ".csv.";
        List<Part> parts = new ArrayList<>();
        for (List<Integer> columns : pages(report, known)) {
            List<Head> heads = new ArrayList<>(List.of(new Head("row", "nowrap")));
            columns.forEach(i -> heads.add(head(report.columns().get(i))));
            List<List<String>> rows = report.rows().stream()
                    .filter(row -> largest.contains(row.id()) && tells(report, row, columns, parts.isEmpty()))
                    .map(row -> cells(report, row, columns))
                    .toList();
            parts.add(new Part(report, parts.isEmpty(), heads, rows, missing, more));
        }
        return parts;
    }

    /** A table of more columns than a page has room for goes on below, with what its rows have in common but for the first. */
    private static List<List<Integer>> pages(QualityReport report, List<Integer> known) {
        if (known.size() <= WIDE) {
            return List.of(known);
        }
        List<Integer> keys = known.stream()
                .filter(i -> report.columns().get(i).unit() == Unit.TEXT)
                .toList();
        List<Integer> figures = known.stream().filter(i -> !keys.contains(i)).toList();
        List<List<Integer>> pages = new ArrayList<>();
        for (int from = 0; from < figures.size(); ) {
            List<Integer> page = new ArrayList<>(from == 0 ? keys : keys.subList(1, keys.size()));
            int until = Math.min(figures.size(), from + WIDE - page.size());
            page.addAll(figures.subList(from, until));
            pages.add(page);
            from = until;
        }
        return pages;
    }

    /** Where a table goes on, rows of which none of its figures is recorded are left out. */
    private static boolean tells(QualityReport report, QualityRow row, List<Integer> columns, boolean first) {
        return first
                || columns.stream()
                        .anyMatch(i -> report.columns().get(i).unit() != Unit.TEXT
                                && row.values().get(i) != null);
    }

    private static Head head(QualityColumn column) {
        return new Head(
                column.head() + (column.unit() == Unit.MILLISECONDS ? ", s" : ""),
                column.unit() == Unit.TEXT ? "text" : "num");
    }

    private static List<String> cells(QualityReport report, QualityRow row, List<Integer> known) {
        List<String> cells = new ArrayList<>(List.of(row.id()));
        known.forEach(
                i -> cells.add(cell(row.values().get(i), report.columns().get(i).unit())));
        return cells;
    }

    private static String cell(@Nullable Object value, Unit unit) {
        if (value == null) {
            return BestExecutionWriter.NOT_RECORDED;
        }
        if (value.equals("")) {
            return Numbers.NONE;
        }
        return switch (unit) {
            case TEXT -> Visible.line(value.toString());
            case COUNT -> Numbers.grouped(number(value));
            case SHARES -> Numbers.quantity(number(value));
            case MONEY -> Numbers.amount(number(value));
            case PRICE -> Numbers.decimals(number(value), 4);
            case PERCENT -> Numbers.decimals(number(value), 2) + " %";
            case MILLISECONDS -> Numbers.decimals(number(value).movePointLeft(3), 3);
        };
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static BigDecimal filled(QualityRow row) {
        return row.orders().stream().map(BestExecutionPage::filled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
