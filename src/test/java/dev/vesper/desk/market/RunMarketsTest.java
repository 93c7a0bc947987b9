package dev.vesper.desk.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.market.MarketTape;
import dev.vesper.market.PriceHistory;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDecisions;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryVenues;
import dev.vesper.testing.NearestLots;
import dev.vesper.testing.NoRules;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A day of stages over one memory: what is read for them, and how often. */
class RunMarketsTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final Firm firm = SmallFirm.firm();
    private final MemoryInputs inputs = new MemoryInputs(firm);
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());
    private final MemoryVenues venues = new MemoryVenues();
    private final List<Long> tapes = new ArrayList<>();
    private final List<RunReport> reports = new ArrayList<>();
    private RunMarkets markets = markets();
    private final RunId run = open();

    @Test
    void firmPricesAndTapeAreReadOnceForAllStages() {
        checkData();
        rebalance();
        workOrders();
        report();
        assertEquals(4, memory.rebalance(run).orElseThrow().orders().size());
        assertSame(firm, reports.getFirst().firm());
        assertEquals(List.of(run), inputs.read);
        assertEquals(List.of(memory.data(run).orElseThrow().snapshot()), lake.read);
        assertEquals(List.of(42L), tapes);
    }

    /** The program is killed in the middle of the day; what is read again is what was known before. */
    @Test
    void afterARestartTheSameMarketIsReadAgain() {
        checkData();
        rebalance();
        RunMarket before = market();
        markets = markets();
        inputs.folder = SmallFirm.firm(); // the firm's folder was edited meanwhile
        lake.file = new PriceHistory(List.of(), List.of(), new double[0][0], new double[0][0]);
        workOrders();
        report();
        assertEquals(List.of(run, run), inputs.read);
        assertEquals(2, lake.read.size());
        assertEquals(List.of(42L, 42L), tapes);
        RunMarket after = market();
        assertNotSame(before, after);
        assertSame(firm, after.firm());
        assertEquals(before.snapshot().id(), after.snapshot().id());
        assertEquals(before.snapshot().asOf(), after.snapshot().asOf());
        assertEquals(before.snapshot().instruments(), after.snapshot().instruments());
        assertEquals(before.snapshot().closes(), after.snapshot().closes());
        assertEquals(before.tape().tape("S00"), after.tape().tape("S00"));
        assertSame(after.snapshot().history(), reports.getFirst().prices());
    }

    @Test
    void whatIsReleasedIsReadAgainWhereItIsAskedFor() {
        checkData();
        RunMarket before = market();
        markets.release(RunId.of(SmallFirm.DATE, 7));
        assertSame(before, market());
        markets.release(run);
        assertNotSame(before, market());
        assertEquals(List.of(run, run), inputs.read);
    }

    /** The market of one run at a time: a second run takes the place of the first. */
    @Test
    void whatIsKnownIsThatOfOneRun() {
        checkData();
        RunMarket first = market();
        RunId second = open();
        markets.firm(second);
        assertEquals(List.of(run, second), inputs.read);
        assertEquals(first.snapshot().closes(), market().snapshot().closes());
        assertEquals(List.of(run, second, run), inputs.read);
        assertEquals(2, lake.read.size());
    }

    @Test
    void beforeTheDataIsCheckedThereIsAFirmAndNoMarket() {
        assertSame(firm, markets.firm(run));
        var fault = assertThrows(IllegalStateException.class, this::market);
        assertEquals("Expected the data of 2018-04-11-001 to be checked by now, but it is not", fault.getMessage());
    }

    private RunMarkets markets() {
        return new RunMarkets(inputs, memory, lake, (firm, snapshot, sessions, prices, seed) -> {
            tapes.add(seed);
            return tape();
        });
    }

    private static MarketTape tape() {
        return TradingDay.tape(7, 2);
    }

    private RunId open() {
        RunRecord record = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, false, EVENING);
        inputs.freeze(record);
        return record.id();
    }

    private RunMarket market() {
        return markets.of(memory.find(run).orElseThrow());
    }

    private void checkData() {
        new CheckData(memory, memory, markets::firm, lake, lake, ZoneOffset.UTC).run(run);
    }

    private void rebalance() {
        new Rebalance(
                        memory,
                        memory,
                        markets,
                        new NearestLots(),
                        new NoRules(),
                        new MemoryDecisions(),
                        (_, _) -> {},
                        (stage, done, of, what) -> {},
                        Runnable::run)
                .run(run);
    }

    private void workOrders() {
        new WorkOrders(
                        memory,
                        memory,
                        approved -> Set.of(),
                        memory.orders,
                        MemoryOperations.odds(memory, () -> EVENING),
                        markets,
                        venues,
                        JavaEngine::new,
                        new KillSwitches(memory.eventLog, memory, () -> EVENING),
                        NoRules::new,
                        MemoryOperations.breakers(memory, () -> EVENING),
                        (stage, done, of, what) -> {},
                        () -> EVENING)
                .run(run);
    }

    private void report() {
        new WriteReport(
                        WriteReport.REPORT,
                        RunStatus.DONE,
                        new WriteReport.Ports(
                                memory,
                                memory,
                                memory,
                                memory.orders,
                                memory.books,
                                memory.eventLog,
                                memory,
                                markets,
                                lake,
                                (_, _) -> {}),
                        (report, folder) -> {
                            reports.add(report);
                            return List.of();
                        },
                        Path.of("/state/runs"),
                        _ -> new RunVersions("1", "1", "", new TreeMap<>(), new TreeMap<>()),
                        () -> EVENING)
                .run(run);
    }
}
