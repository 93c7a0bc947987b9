package dev.vesper.adapters.report.section;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.chart.SessionChart;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.Session;
import dev.vesper.execution.cost.IntradayProfile;
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
        if (report.fills().isEmpty()) {
            return List.of();
        }
        Session session = Session.of(report.firm().settings().execution());
        return List.of(new Chart(SessionChart.draw(IntradayProfile.of(report.fills(), session))));
    }
}
