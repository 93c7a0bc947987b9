package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.execution.cost.VenueTotal;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fills, by venue on the page and one by one in the CSV. */
final class FillsSection implements Section {
    @Override
    public String word() {
        return "fills";
    }

    @Override
    public String title() {
        return "By venue";
    }

    @Override
    public Place place() {
        return Place.LEFT;
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<VenueTotal> venues = VenueTotal.of(run.report().fills(), run.orders());
        boolean several = run.totals().size() > 1;
        return venues.isEmpty()
                ? List.of()
                : List.of(Grid.of(
                                venues,
                                new Column<>(
                                        "Venue",
                                        PageFormats.TEXT,
                                        (VenueTotal v) -> several ? v.venue() + ", " + v.currency() : v.venue()),
                                new Column<>("Fills", PageFormats.COUNT, v -> (long) v.fills()),
                                new Column<>("Notional", PageFormats.AMOUNT, VenueTotal::notional),
                                new Column<>("Share", PageFormats.percent(1), VenueTotal::share),
                                new Column<>("Fees", PageFormats.AMOUNT, VenueTotal::fees),
                                new Column<>("Fee bps", PageFormats.decimals(2), v -> BigDecimal.valueOf(v.feeBps())))
                        .sumsOf(Counted.of(run.report().fills().size(), "fill"), "fills.csv"));
    }

    private static Map<String, String> currencies(RunFacts run) {
        Map<String, String> currencies = new HashMap<>();
        run.orders().forEach(o -> currencies.put(o.order().id(), o.order().currency()));
        return currencies;
    }

    @Override
    public List<Figure> headline(RunFacts run) {
        List<Fill> fills = run.report().fills();
        long venues = fills.stream().map(Fill::venue).distinct().count();
        return List.of(Figure.of("Fills", Numbers.count(fills.size()), Counted.of(venues, "venue")));
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        Map<String, String> currencies = currencies(run);
        return Optional.of(Table.of(
                Rows.of(run.report().fills()),
                new Column<>("venue", CsvFormats.TEXT, Fill::venue),
                new Column<>("execution_id", CsvFormats.TEXT, Fill::executionId),
                new Column<>("client_order_id", CsvFormats.TEXT, Fill::clientOrderId),
                new Column<>("order", CsvFormats.TEXT, Fill::parentId),
                new Column<>("account", CsvFormats.TEXT, Fill::account),
                new Column<>("symbol", CsvFormats.TEXT, Fill::symbol),
                new Column<>("side", CsvFormats.WORD, f -> f.side().name()),
                new Column<>("quantity", CsvFormats.EXACT, Fill::quantity),
                new Column<>("price", CsvFormats.EXACT, Fill::price),
                new Column<>("notional", CsvFormats.EXACT, Fill::notional),
                new Column<>("fee", CsvFormats.EXACT, Fill::fee),
                new Column<>("currency", CsvFormats.WORD, f -> currencies.getOrDefault(f.parentId(), "")),
                new Column<>(
                        "date",
                        CsvFormats.WORD,
                        f -> f.dateOr(run.report().run().date()).toString()),
                new Column<>("time", CsvFormats.WORD, f -> Numbers.timeOfDay(f.millis()))));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        root.put("fills", run.report().fills().size());
    }
}
