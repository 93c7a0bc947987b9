package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.TradingDay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Works the parents of {@link TradingDay} through its session, for tests of venues in other packages. */
public final class SessionOrders {
    private static final RunRecord RUN = new RunRecord(
            TradingDay.RUN,
            TradingDay.DATE,
            "/firms/oak",
            7,
            false,
            RunStatus.RUNNING,
            Instant.parse("2018-04-11T20:00:00Z"));

    private SessionOrders() {}

    private static final class Quiet implements ExecutionProgress {
        @Override
        public void slice(int slice, int slices, int children) {
            // nobody watches
        }

        @Override
        public void stopped(int done, int slices, int children, String why) {
            // nobody watches
        }
    }

    /** To the close, or to whatever the store or the gateway throws; called again it goes on. */
    public static void work(
            OrderStore store,
            MarketTape tape,
            ExecutionSettings settings,
            List<Venue> venues,
            List<ParentOrder> parents,
            VenueGateway gateway) {
        Memory memory = new Memory();
        work(
                store,
                tape,
                settings,
                venues,
                parents,
                gateway,
                new KillSwitches(memory.eventLog, memory, InstantSource.system()));
    }

    /** The same with kill switches that somebody may press meanwhile. */
    public static void work(
            OrderStore store,
            MarketTape tape,
            ExecutionSettings settings,
            List<Venue> venues,
            List<ParentOrder> parents,
            VenueGateway gateway,
            KillSwitches switches) {
        Memory memory = new Memory();
        WorkingSession session = new NextSessions(TradingCalendars.usual(), settings, TradingDay.DATE).standard();
        new ExecuteOrders(
                        store,
                        JavaEngine::new,
                        tape,
                        settings,
                        venues,
                        VenueOdds.NONE,
                        _ -> session,
                        switches,
                        MemoryOperations.breakers(memory, InstantSource.system())
                                .of(RUN, _ -> {}),
                        new LeftOfOrders(Map::of, InstantSource.system()),
                        InstantSource.system())
                .run(TradingDay.RUN, parents, gateway, new Quiet());
    }

    /** Books what venues told of orders that are not at work, in the sessions of a run. */
    public static void late(OrderStore store, RunId run, List<ParentOrder> parents, List<LateTold> told) {
        InstantSource clock = InstantSource.system();
        new LateFills(store, run, new SliceJournal(store, run, clock), _ -> parents, clock, _ -> {}).book(told);
    }
}
