package dev.vesper.desk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.JournalledStage;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.limits.Verdict;
import dev.vesper.market.SessionPrices;
import dev.vesper.market.Tape;
import dev.vesper.testing.AnnasSale;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.SteppingClock;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The last word on a day: what is handed to whoever writes the report, what the lake keeps, what the audit says. */
class WriteReportTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final Path RUNS = Path.of("/state/runs");

    private final Memory memory = new Memory();
    private final Firm firm = SmallFirm.firm();
    private final MemoryInputs inputs = new MemoryInputs(firm);
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());
    private final SteppingClock clock = new SteppingClock(EVENING);
    private final List<RunReport> written = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();
    private final RunId run = open();

    /** Anna sold 30 of her 100 S00 at 20; the report shows the order, its fill, and the 70 that stay. */
    @Test
    void theWriterIsHandedTheWholeDay() {
        checked();
        AnnasSale.in(run, memory, firm, 30, 20);
        WriteReport.Result result = stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        assertEquals(new WriteReport.Result(RunStatus.DONE, "2 files in 2018-04-11-001"), result);
        RunReport report = written.getFirst();
        assertEquals(
                report.orders().stream()
                        .map(order -> run + " " + order.id() + " FILLED")
                        .toList(),
                costs,
                "what the orders cost is heard, too");
        assertEquals(RUNS.resolve("2018-04-11-001"), folders.getFirst());
        assertEquals(firm, report.firm());
        assertEquals(memory.data(run).orElseThrow(), report.data());
        assertEquals(SmallFirm.prices().dates(), report.prices().dates());
        assertEquals(memory.rebalance(run).orElseThrow().orders(), report.orders());
        assertEquals(memory.orders.children(run).size(), report.children());
        assertEquals(memory.orders.sent(run), report.sent());
        assertEquals(
                memory.rebalance(run).orElseThrow().verdicts().size(),
                report.limits().checked());
        List<Verdict> verdicts = new ArrayList<>();
        report.verdicts().each(verdicts::add);
        assertEquals(memory.rebalance(run).orElseThrow().verdicts(), verdicts);
        assertEquals(memory.orders.fills(run), report.fills());
        assertEquals(
                List.of(0),
                report.lotsAfter().stream()
                        .map(lot -> lot.quantity().compareTo(BigDecimal.valueOf(70)))
                        .toList());
    }

    @Test
    void theReportKnowsTheFirstAndLastPriceOfWhatWasTraded() {
        checked();
        AnnasSale.in(run, memory, firm, 30, 20);
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        Tape tape = TradingDay.tape(7, 2).tape("S00").orElseThrow();
        assertEquals(
                Map.of("S00", new SessionPrices(tape.price(0), tape.price(tape.trades() - 1))),
                written.getFirst().session());
    }

    @Test
    void theRunIsShownAsItEnds() {
        checked();
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        assertEquals(RunStatus.DONE, written.getFirst().run().status());
        assertEquals(RunStatus.RUNNING, memory.find(run).orElseThrow().status());
    }

    /** Whoever can read the report reads that it was written, though its stage ends only afterwards. */
    @Test
    void theStageThatWritesIsShownAsDone() {
        checked();
        memory.stage(run, new StageRecord(CheckData.NAME.stage(), StageState.DONE, EVENING, EVENING, "6 rows", ""));
        new JournalledStage(stage(WriteReport.REPORT, RunStatus.DONE), memory, clock, false).run(run);
        assertEquals(
                List.of("check-data DONE", "report DONE"),
                written.getFirst().stages().stream()
                        .map(s -> s.name() + " " + s.state())
                        .toList());
    }

    @Test
    void reportAndTagNameTheSameVersions() {
        checked();
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        RunVersions versions = versions().on(memory.data(run).orElseThrow().snapshot());
        assertEquals(versions, written.getFirst().versions());
        assertEquals(new MemoryLake.Tag(versions, List.of("report.html", "run.json")), lake.tags.get(run));
        assertEquals(
                Map.of(
                        "report.html", RUNS.resolve("2018-04-11-001/report.html"),
                        "run.json", RUNS.resolve("2018-04-11-001/run.json")),
                lake.kept.get(run));
    }

    @Test
    void writtenAgainAfterACrashTheAuditIsToldOnce() {
        checked();
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        assertEquals(2, written.size());
        assertEquals(List.of("run-done 2018-04-11-001: 2 files in 2018-04-11-001"), said());
    }

    @Test
    void theReportShowsTheAuditOfItsOwnRun() {
        checked();
        memory.append(EVENING, "vesper", AuditAction.RUN_OPENED, run.value(), "", false);
        memory.append(EVENING, "Alice", AuditAction.TRADES_PROPOSED, run + "/propose-trades", "", false);
        memory.append(EVENING, "Alice", AuditAction.TRADES_PROPOSED, "2018-04-10-001/propose-trades", "", false);
        stage(WriteReport.REPORT, RunStatus.DONE).run(run);
        assertEquals(
                List.of(run.value(), run + "/propose-trades"),
                written.getFirst().audit().stream().map(AuditLog.Row::subject).toList());
    }

    /** Nobody approved: the report says what was proposed, and that the day ended refused. */
    @Test
    void aRefusedDayIsReportedAsRefused() {
        checked();
        WriteReport.Result result =
                stage(WriteReport.CLOSE_REFUSED, RunStatus.REFUSED).run(run);
        assertEquals(RunStatus.REFUSED, result.status());
        assertEquals(RunStatus.REFUSED, written.getFirst().run().status());
        assertEquals(List.of(), written.getFirst().fills());
        assertEquals(firm.lots(), written.getFirst().lotsAfter());
        assertEquals(List.of("run-refused 2018-04-11-001: 2 files in 2018-04-11-001"), said());
    }

    @Test
    void aDayWithoutDataIsClosedWithoutAReport() {
        WriteReport.Result result =
                stage(WriteReport.CLOSE_REFUSED, RunStatus.REFUSED).run(run);
        assertEquals("no data was accepted: there is nothing to report", result.summary());
        assertTrue(written.isEmpty());
        assertTrue(lake.tags.isEmpty());
        assertEquals(List.of("run-refused 2018-04-11-001: no data was accepted: there is nothing to report"), said());
    }

    private List<String> said() {
        return memory.rows().stream()
                .map(row -> row.action().word() + " " + row.subject() + ": " + row.detail())
                .toList();
    }

    private RunId open() {
        RunRecord record = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, false, EVENING);
        inputs.freeze(record);
        return record.id();
    }

    private void checked() {
        memory.saveData(
                run, lake.check(Lake.PRICES, firm, run, lake.takeIn(firm, run), SmallFirm.DATE, SmallFirm.DATE));
    }

    private static RunVersions versions() {
        return new RunVersions("0.1.0+3f1c0a9b7d2e", "1.0.0+aa", "", new TreeMap<>(), new TreeMap<>());
    }

    private WriteReport stage(StageName name, RunStatus outcome) {
        return new WriteReport(
                name,
                outcome,
                new WriteReport.Ports(
                        memory,
                        memory,
                        memory,
                        memory.orders,
                        memory.books,
                        memory.eventLog,
                        memory,
                        new RunMarkets(
                                inputs, memory, lake, (f, market, sessions, prices, seed) -> TradingDay.tape(7, 2)),
                        lake,
                        (record, orders) -> orders.forEach(order ->
                                costs.add(record.id() + " " + order.order().id() + " " + order.status()))),
                (report, folder) -> {
                    written.add(report);
                    folders.add(folder);
                    return List.of("report.html", "run.json");
                },
                RUNS,
                _ -> versions(),
                clock);
    }
}
