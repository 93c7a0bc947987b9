package dev.vesper.adapters.report;

import dev.vesper.data.Severity;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.market.PriceHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the run left behind of itself: stages, data check, audit rows, versions.
 *
 * @param declined whether the maker did not propose what the planner found
 */
record SampleRecords(RunStatus status, boolean rehearsal, boolean declined) {
    static final Instant OPENED = Instant.parse("2024-03-28T20:05:00Z");

    static RunVersions versions() {
        return new RunVersions(
                "0.1.0 (1e9924a)",
                "prices 1.0.0 (a41be20c7f31)",
                "9f2c41d07ab3e855",
                new TreeMap<>(Map.of("limits/position-weight.dmn", "5be0a91c44d2")),
                new TreeMap<>(Map.of("end-of-day", "v3 (0d1c22aa9b10)")));
    }

    List<StageRecord> stages() {
        List<StageRecord> stages = new ArrayList<>();
        String[] names = {"check-data", "rebalance", "approve-trades", "execute-orders"};
        long[] millis = {1_240, 6_830, 312, 14_905};
        Instant at = OPENED;
        for (int i = 0; i < names.length; i++) {
            boolean refusedHere = status == RunStatus.REFUSED && i == 2;
            Instant end = at.plusMillis(millis[i]);
            stages.add(new StageRecord(
                    new ShownStage(names[i]),
                    refusedHere ? StageState.REFUSED : StageState.DONE,
                    at,
                    end,
                    "{}",
                    refusedHere ? "bea rejected the trades; see /srv/firms/meridian/notes.txt" : ""));
            if (refusedHere) {
                return stages;
            }
            at = end;
        }
        stages.add(new StageRecord(new ShownStage("report"), StageState.RUNNING, at, null, "{}", ""));
        return stages;
    }

    static DataCheck data(PriceHistory prices) {
        return new DataCheck(
                "9f2c41d07ab3e855",
                (long) prices.dates().size() * prices.symbols().size(),
                17,
                prices.dates().getFirst(),
                prices.dates().getLast(),
                List.of(
                        new DataCheck.Breach(
                                "jump-size",
                                Severity.WARNING,
                                14,
                                "close moved more than 40% in one day",
                                "prices.csv:10412: 2021-03-02,BBY,close=4.11 after 104.20"),
                        new DataCheck.Breach(
                                "positive-close",
                                Severity.ERROR,
                                3,
                                "close must be greater than zero",
                                "prices.csv:188:3: 2019-04-18,GE,close=-9.31")),
                false,
                "runs/2024-03-28-001/quarantine.csv");
    }

    List<AuditLog.Row> audit() {
        String[][] rows = {
            {"vesper", "run-opened", SampleRun.ID.value(), "seed 42"},
            {"ana (demo)", "trades-proposed", SampleRun.ID + "/propose-trades", "within mandate"},
            {
                "bea (demo)",
                status == RunStatus.REFUSED ? "trades-rejected" : "trades-approved",
                SampleRun.ID + "/approve-trades",
                "checked"
            },
            {"vesper", "run-done", SampleRun.ID.value(), "16 files"}
        };
        List<AuditLog.Row> audit = new ArrayList<>();
        if (declined) {
            rows = new String[][] {
                rows[0],
                {"ana (demo)", "proposal-declined", SampleRun.ID + "/propose-trades", "the turnover is too high"}
            };
        }
        for (int i = 0; i < rows.length; i++) {
            audit.add(new AuditLog.Row(
                    i + 1,
                    OPENED.plusSeconds(i * 7L),
                    rows[i][0],
                    AuditAction.of(rows[i][1]),
                    rows[i][2],
                    rows[i][3],
                    rehearsal,
                    hash(i - 1),
                    hash(i)));
        }
        return audit;
    }

    private static String hash(int i) {
        return (i < 0 ? "0" : Integer.toHexString(0x5a17c3 * (i + 3)))
                        .repeat(12)
                        .substring(0, 12)
                + "e0".repeat(26);
    }
}
