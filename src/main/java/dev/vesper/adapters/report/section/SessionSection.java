package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.chart.SessionChart;
import dev.vesper.desk.report.RunReport;
import java.util.List;

/** When the day traded. */
final class SessionSection implements Section {
    @Override
    public String word() {
        return "session";
    }

    @Override
    public String title() {
        return "Notional filled by time of day";
    }

    @Override
    public Place place() {
        return Place.RIGHT;
    }

    @Override
    public List<Block> page(RunFacts run) {
        RunReport report = run.report();
        return List.of(
                SessionChart.draw(report.fills(), report.firm().settings().execution())
                        .<Block>map(Chart::new)
                        .orElseGet(() -> Sentence.quiet("Nothing was traded.")));
    }
}
