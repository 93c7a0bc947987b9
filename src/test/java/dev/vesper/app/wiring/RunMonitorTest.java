package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.SmallFirm;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept in memory for a run goes when its day does, or stands still. */
class RunMonitorTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final RunMarkets markets = new RunMarkets(
            inputs,
            memory,
            new MemoryLake(SmallFirm.prices()),
            (firm, snapshot, sessions, prices, seed) -> symbol -> Optional.empty());
    private final RunMonitor monitor = new RunMonitor(
            memory,
            new AbandonRun(memory, memory, _ -> {}, () -> EVENING),
            new Incidents(memory, memory, () -> EVENING),
            markets,
            new Console(new PrintStream(OutputStream.nullOutputStream()), false, null));
    private final RunId run = open();

    @Test
    void theEndOfTheDayLetsItsMarketGo() {
        assertSame(markets.firm(run), markets.firm(run));
        assertEquals(List.of(run), inputs.read);
        monitor.dayEnded(run, false);
        assertEquals(RunStatus.DONE, memory.find(run).orElseThrow().status());
        markets.firm(run);
        assertEquals(List.of(run, run), inputs.read);
    }

    @Test
    void aDayThatStandsStillLetsItGoToo() {
        markets.firm(run);
        monitor.stageFailed(run, CheckData.NAME, Problem.unavailable("the lake is full"), 1);
        markets.firm(run);
        assertEquals(List.of(run), inputs.read, "it is tried again in a moment");
        monitor.stageFailed(run, CheckData.NAME, Problem.unavailable("the lake is full"), 0);
        assertEquals(RunStatus.FAILED, memory.find(run).orElseThrow().status());
        markets.firm(run);
        assertEquals(List.of(run, run), inputs.read);
    }

    private RunId open() {
        RunRecord record = memory.open(SmallFirm.DATE, "/firms/small", 42, false, EVENING);
        inputs.freeze(record);
        return record.id();
    }
}
