package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.chart.SessionChart;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.Session;
import dev.vesper.execution.WorkingSession;
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
    public List<String> terminal(RunFacts run, Ink ink) {
        return run.report().fills().isEmpty()
                ? List.of()
                : run.report().sessions().stream()
                        .map(session -> "  Worked on " + session + ", settled on "
                                + run.report().firm().calendars().settles(session.market()))
                        .toList();
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode sessions = root.putArray("sessions");
        for (WorkingSession session : run.report().sessions()) {
            sessions.addObject()
                    .put("calendar", session.market().calendar())
                    .put("date", session.date().toString())
                    .put("open", session.opens().toString())
                    .put("close", session.closes().toString())
                    .put("zone", session.market().zone().getId())
                    .put("halfDay", session.market().early())
                    .put(
                            "settles",
                            run.report()
                                    .firm()
                                    .calendars()
                                    .settles(session.market())
                                    .toString());
        }
    }

    /** From the first open to the last close, whatever the exchange. */
    private static Session hours(List<WorkingSession> sessions) {
        return sessions.stream()
                .map(WorkingSession::hours)
                .reduce((a, b) -> new Session(
                        Math.min(a.openMillis(), b.openMillis()),
                        Math.max(a.closeMillis(), b.closeMillis()),
                        a.sliceMillis()))
                .orElseThrow();
    }

    @Override
    public List<Block> page(RunFacts run) {
        RunReport report = run.report();
        if (report.fills().isEmpty()) {
            return List.of();
        }
        return List.of(new Chart(SessionChart.draw(IntradayProfile.of(report.fills(), hours(report.sessions())))));
    }
}
