package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.portfolio.HoldingTotal;
import java.util.List;
import java.util.Optional;

/** What is held in the evening, instrument by instrument; the largest are on the page. */
final class HoldingsSection implements Section {
    private static final int SHOWN = 20;

    @Override
    public String word() {
        return "holdings";
    }

    @Override
    public String title() {
        return "Holdings";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<HoldingTotal> holdings = holdings(run);
        return holdings.isEmpty()
                ? List.of()
                : List.of(Grid.of(
                                holdings,
                                new Column<>("Symbol", PageFormats.NAME, HoldingTotal::symbol),
                                new Column<>(
                                        "Name",
                                        PageFormats.TEXT,
                                        (HoldingTotal h) -> ReportTexts.fitted(run.name(h.symbol()), 32)),
                                new Column<>("Accounts", PageFormats.COUNT, HoldingTotal::accounts),
                                new Column<>("Units", PageFormats.QUANTITY, HoldingTotal::quantity),
                                new Column<>("Last close", PageFormats.PRICE.or(Numbers.NONE), HoldingTotal::price),
                                new Column<>(
                                        "Market value", PageFormats.AMOUNT.or(Numbers.NONE), HoldingTotal::marketValue),
                                new Column<>("", PageFormats.NAME, HoldingTotal::currency),
                                new Column<>("Share of value", PageFormats.percent(2), HoldingTotal::share),
                                new Column<>(
                                        "Unrealised gain", PageFormats.SIGNED.or(Numbers.NONE), HoldingTotal::gain))
                        .worstFirst(HoldingTotal.LARGEST_FIRST, "largest")
                        .first(SHOWN)
                        .restIn("holdings.csv"));
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(holdings(run)),
                new Column<>("symbol", CsvFormats.TEXT, HoldingTotal::symbol),
                new Column<>("name", CsvFormats.TEXT, (HoldingTotal h) -> run.name(h.symbol())),
                new Column<>("currency", CsvFormats.WORD, HoldingTotal::currency),
                new Column<>("accounts", CsvFormats.COUNT, h -> Math.toIntExact(h.accounts())),
                new Column<>("lots", CsvFormats.COUNT, h -> Math.toIntExact(h.lots())),
                new Column<>("quantity", CsvFormats.EXACT, HoldingTotal::quantity),
                new Column<>("price", CsvFormats.EXACT.or(""), HoldingTotal::price),
                new Column<>("market_value", CsvFormats.EXACT.or(""), HoldingTotal::marketValue),
                new Column<>("share", CsvFormats.statistic(6), HoldingTotal::share),
                new Column<>("unrealised_gain", CsvFormats.rounded(2).or(""), HoldingTotal::gain)));
    }

    private static List<HoldingTotal> holdings(RunFacts run) {
        return run.held(true).stream()
                .flatMap(held -> HoldingTotal.of(held, run.report().prices()).stream())
                .toList();
    }
}
