package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.chart.EquityChart;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.market.PriceHistory;
import dev.vesper.portfolio.Backcast;
import dev.vesper.portfolio.CurrencyHoldings;
import dev.vesper.portfolio.LotValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The holdings after the day: on the page their sums and what they would have been worth before, their lots in the CSV. */
final class LotsSection implements Section {
    @Override
    public String word() {
        return "lots";
    }

    @Override
    public String title() {
        return "Holdings through history";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<CurrencyHoldings> holdings = run.held(true);
        PriceHistory prices = run.report().prices();
        List<Block> blocks = new ArrayList<>();
        List<Block> curves = new ArrayList<>();
        for (CurrencyHoldings held : holdings) {
            Backcast backcast = held.backcast(prices);
            Backcast benchmark = backcast.equalParts(prices);
            Optional<String> curve = EquityChart.draw(backcast, benchmark, held.currency(), EquityChart.WIDE);
            blocks.add(Sentence.quiet(
                    curve.isPresent()
                            ? said(held, backcast, benchmark)
                            : "There are not two days on which every holding had a price: no curve is drawn."));
            curve.ifPresent(svg -> curves.add(
                    new Chart(svg, EquityChart.draw(backcast, benchmark, held.currency(), EquityChart.NARROW))));
        }
        if (!holdings.isEmpty()) {
            blocks.add(summary(holdings, prices)
                    .sumsOf(Counted.of(run.report().lotsAfter().size(), "tax lot"), "lots.csv"));
        }
        blocks.addAll(curves);
        return blocks;
    }

    private static Grid<CurrencyHoldings> summary(List<CurrencyHoldings> holdings, PriceHistory prices) {
        return Grid.of(
                holdings,
                new Column<>("Currency", PageFormats.NAME, CurrencyHoldings::currency),
                new Column<>("Accounts", PageFormats.COUNT, (CurrencyHoldings h) ->
                        (long) h.accounts().size()),
                new Column<>("Instruments", PageFormats.COUNT, CurrencyHoldings::instruments),
                new Column<>("Tax lots", PageFormats.COUNT, h -> (long) h.lots().size()),
                new Column<>("Market value", PageFormats.AMOUNT, h -> h.marketValue(prices)),
                new Column<>("Unrealised gain", PageFormats.SIGNED, h -> h.unrealisedGain(prices)),
                new Column<>("Cash", PageFormats.AMOUNT, CurrencyHoldings::cash));
    }

    private static String said(CurrencyHoldings held, Backcast backcast, Backcast benchmark) {
        int accounts = held.accounts().size();
        return "A backcast, not a track record: what the " + Counted.of(held.instruments(), "holding")
                + " and the cash of "
                + (accounts == 1
                        ? "account " + held.accounts().getFirst()
                        : "all " + Counted.of(accounts, held.currency() + " account"))
                + " after today's trades would have been worth on earlier days, from "
                + backcast.dates().getFirst()
                + ", the first day on which every holding had a price: "
                + Numbers.percent(backcast.growth(), 1) + "."
                + (benchmark.dates().isEmpty()
                        ? ""
                        : " The benchmark, for want of an index, is the same money in equal parts in every instrument"
                                + " that had a price on that day, left alone: "
                                + Numbers.percent(benchmark.growth(), 1) + ".");
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        List<LotValue> lots = run.report().lotsAfter().stream()
                .map(lot -> LotValue.of(lot, run.report().prices()))
                .toList();
        return Optional.of(Table.of(
                Rows.of(lots),
                new Column<>("lot", CsvFormats.TEXT, (LotValue l) -> l.lot().id()),
                new Column<>("account", CsvFormats.TEXT, l -> l.lot().account()),
                new Column<>("symbol", CsvFormats.TEXT, l -> l.lot().symbol()),
                new Column<>("quantity", CsvFormats.EXACT, l -> l.lot().quantity()),
                new Column<>("cost", CsvFormats.EXACT, l -> l.lot().cost()),
                new Column<>(
                        "acquired", CsvFormats.WORD, l -> l.lot().acquired().toString()),
                new Column<>("price", CsvFormats.EXACT.or(""), LotValue::price),
                new Column<>("market_value", CsvFormats.rounded(2).or(""), LotValue::marketValue),
                new Column<>("unrealised_gain", CsvFormats.rounded(2).or(""), LotValue::unrealisedGain)));
    }
}
