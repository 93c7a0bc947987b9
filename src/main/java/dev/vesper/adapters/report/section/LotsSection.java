package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Kept;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.chart.EquityChart;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.portfolio.Backcast;
import dev.vesper.portfolio.LotValue;
import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The holdings after the day: their lots in the CSV, and on the page what they would have been worth before. */
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
        Set<String> currencies =
                run.accounts().stream().map(AccountFigures::currency).collect(Collectors.toCollection(TreeSet::new));
        List<Block> blocks = new ArrayList<>();
        currencies.forEach(currency -> blocks.add(history(run, currency)));
        return blocks;
    }

    private static Block history(RunFacts run, String currency) {
        List<AccountFigures> accounts = run.accounts().stream()
                .filter(a -> a.currency().equals(currency))
                .toList();
        Set<String> ids = accounts.stream().map(AccountFigures::id).collect(Collectors.toCollection(TreeSet::new));
        List<TaxLot> lots =
                run.lots().stream().filter(lot -> ids.contains(lot.account())).toList();
        double cash = accounts.stream()
                .mapToDouble(a -> a.after().cash().doubleValue())
                .sum();
        long holdings = lots.stream().map(TaxLot::symbol).distinct().count();
        Backcast backcast = Backcast.of(lots, cash, run.report().prices());
        return EquityChart.draw(backcast, currency)
                .<Block>map(svg -> new Kept(List.of(
                        Sentence.quiet(
                                "A backcast, not a track record: what the " + ReportTexts.counted(holdings, "holding")
                                        + " and the cash of "
                                        + (ids.size() == 1
                                                ? "account " + ids.iterator().next()
                                                : "all " + ids.size() + " " + currency + " accounts")
                                        + " after today's trades would have been worth on earlier days, from "
                                        + backcast.dates().getFirst()
                                        + ", the first day on which every holding had a price."),
                        new Chart(svg))))
                .orElseGet(() -> Sentence.quiet(
                        "There are not two days on which every holding had a price: no curve is drawn."));
    }

    @Override
    public Optional<Grid<?>> csv(RunFacts run) {
        List<LotValue> lots = run.lots().stream()
                .map(lot -> LotValue.of(lot, run.report().prices()))
                .toList();
        return Optional.of(Grid.of(
                lots,
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
