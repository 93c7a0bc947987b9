package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.chart.SectorChart;
import dev.vesper.basics.Rows;
import dev.vesper.portfolio.CurrencyHoldings;
import dev.vesper.portfolio.SectorShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the firm's value is spread over sectors and cash, before the day and after it. */
final class AllocationSection implements Section {
    @Override
    public String word() {
        return "allocation";
    }

    @Override
    public String title() {
        return "Sector allocation";
    }

    @Override
    public Place place() {
        return Place.RIGHT;
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<SectorShare> all = shares(run);
        List<Block> blocks = new ArrayList<>();
        all.stream().map(SectorShare::currency).distinct().forEach(currency -> {
            List<SectorShare> own =
                    all.stream().filter(s -> s.currency().equals(currency)).toList();
            blocks.add(new Chart(SectorChart.draw(own)));
        });
        return blocks;
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(shares(run)),
                new Column<>("currency", CsvFormats.WORD, SectorShare::currency),
                new Column<>("sector", CsvFormats.TEXT, SectorShare::sector),
                new Column<>("value_before", CsvFormats.EXACT, SectorShare::before),
                new Column<>("value_after", CsvFormats.EXACT, SectorShare::after),
                new Column<>("share_before", CsvFormats.statistic(6), SectorShare::shareBefore),
                new Column<>("share_after", CsvFormats.statistic(6), SectorShare::shareAfter)));
    }

    private static List<SectorShare> shares(RunFacts run) {
        List<CurrencyHoldings> before = run.held(false);
        return SectorShare.of(
                before,
                run.held(true),
                run.report().firm().instruments(),
                run.report().prices());
    }
}
