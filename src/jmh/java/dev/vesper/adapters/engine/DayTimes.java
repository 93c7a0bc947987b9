package dev.vesper.adapters.engine;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Trades;
import dev.vesper.orders.Side;
import dev.vesper.simulation.replay.DayReplay;
import dev.vesper.simulation.replay.ReplayOrder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What a recorded day of BAC takes with 200 parents, where the shared data is there. */
final class DayTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path DATA =
            Path.of(System.getProperty("vesper.shared", "../shared"), "data/intraday/us_equity_tick");
    private static final int PARENTS = 200;
    private static final long LATENCY = 1_000_000;

    private DayTimes() {}

    static void run(Engines.Choice choice) {
        Path trades = DATA.resolve("bac_20131007_trades.csv.gz");
        if (!Files.exists(trades)) {
            System.out.println("skipped: no recorded day at " + trades + "; -Dvesper.shared names its folder");
            return;
        }
        Trades traded = TickFile.trades(trades);
        Quotes quoted = TickFile.quotes(DATA.resolve("bac_20131007_quotes.csv.gz"));
        List<ReplayOrder> orders = IntStream.range(0, PARENTS)
                .mapToObj(i -> new ReplayOrder(
                        "P" + i,
                        i % 2 == 0 ? Side.BUY : Side.SELL,
                        i % 3 == 0 ? Terms.of(20_000).cap(100) : Terms.of(20_000),
                        Curve.of(Schedule.even(new Window(34_200_000 + i * 1_000L, 57_600_000, 78), 20_000))))
                .toList();
        System.out.printf(
                "%nBAC of 2013-10-07: %,d trades, %,d quotes, %d parents of 78 slices each, once after another%n",
                traded.count(), quoted.count(), PARENTS);
        for (int pass = 0; pass < 3; pass++) {
            replay("native", orders, traded, quoted, choice.open());
            replay("Java", orders, traded, quoted, JavaEngine::new);
        }
    }

    private static void replay(String name, List<ReplayOrder> orders, Trades trades, Quotes quotes, EngineOpener open) {
        long before = THREADS.getCurrentThreadCpuTime();
        DayReplay.Result day = DayReplay.play(orders, trades, quotes, open, () -> LATENCY);
        System.out.printf(
                "%s: %.2f s of the thread's CPU, market, venue and records included; %,d events, %,d children, %,d fills%n",
                name,
                (THREADS.getCurrentThreadCpuTime() - before) / 1e9,
                day.events(),
                day.children().size(),
                day.fills().size());
    }
}
