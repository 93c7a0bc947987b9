package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.RunBreakers;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ParentOrder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works the approved parents through the session of each: the engine sees each trade of the market and decides what is due; the
 * children of a slice are stored, worked by the venues, and what came back is booked. Market time runs as fast as the venues
 * answer, or as the clock does.
 *
 * <p>It may stop anywhere and be called again: children are stored before they are sent, a slice without its outcomes is
 * worked again with the very same children, and a finished slice is not touched. What is done is told by the stored
 * events of the run, see {@link dev.vesper.orders.slice.SlicedOrders}.
 */
final class ExecuteOrders {
    private final OrderStore store;
    private final EngineOpener engines;
    private final MarketTape tape;
    private final ExecutionSettings settings;
    private final List<Venue> venues;
    private final VenueOdds odds;
    private final Function<String, WorkingSession> sessions;
    private final KillSwitches switches;
    private final RunBreakers breakers;
    private final LeftOfOrders less;
    private final InstantSource clock;

    ExecuteOrders(
            OrderStore store,
            EngineOpener engines,
            MarketTape tape,
            ExecutionSettings settings,
            List<Venue> venues,
            VenueOdds odds,
            Function<String, WorkingSession> sessions,
            KillSwitches switches,
            RunBreakers breakers,
            LeftOfOrders less,
            InstantSource clock) {
        this.store = store;
        this.engines = engines;
        this.tape = tape;
        this.settings = settings;
        this.venues = List.copyOf(venues);
        this.odds = odds;
        this.sessions = sessions;
        this.switches = switches;
        this.breakers = breakers;
        this.less = less;
        this.clock = clock;
    }

    /**
     * What became of the parents.
     *
     * @param parents how many there were
     * @param children decided in all
     * @param rejected children that a venue refused
     * @param denied children that a kill switch, or a change of the rules, stopped before they left
     * @param unfilledLots what no venue filled by the close, by parent id; filled parents are absent
     */
    record Summary(int parents, int children, int rejected, int denied, Map<String, Long> unfilledLots) {}

    /**
     * Executes all parents to the close.
     *
     * @param parents in the order in which they are served; the same on every call for a run
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where a venue does not answer; call again to go on
     * @throws dev.vesper.basics.BrokenHistory where what is stored of earlier slices was altered
     */
    Summary run(RunId run, List<ParentOrder> parents, VenueGateway venues, ExecutionProgress progress) {
        return run(run, parents, venues, progress, _ -> List.of());
    }

    /**
     * The same.
     *
     * @param earlier the orders of an earlier run, of whose fills a venue may still tell
     */
    Summary run(
            RunId run,
            List<ParentOrder> parents,
            VenueGateway venues,
            ExecutionProgress progress,
            Function<RunId, List<ParentOrder>> earlier) {
        List<SessionWork> work = SessionWork.of(parents, sessions, settings);
        Day day = new Day(run, parents, venues, SessionWork.slices(work), progress, earlier);
        int slice = 0;
        for (SessionWork part : work) {
            try (var engine = new SessionEngines(part, tape, settings, engines)) {
                for (int end = slice + part.slices(); slice < end; slice++) {
                    day.slice(part, slice, engine);
                }
            }
        }
        day.late(slice);
        return day.tally.summary();
    }

    /**
     * What was decided for a slice.
     *
     * @param denied why the engine's gate lets children not leave, by client order id
     */
    private record Slice(List<ChildOrder> children, Map<String, String> denied) {
        List<ChildOrder> leaving() {
            return children.stream()
                    .filter(child -> !denied.containsKey(child.clientOrderId()))
                    .toList();
        }
    }

    /** One call: what is stored of the run, and what goes on with it. */
    private final class Day {
        private final VenueGateway gateway;
        private final int slices;
        private final ExecutionProgress progress;
        private final SliceJournal journal;
        private final Map<Integer, List<ChildOrder>> stored;
        private final Map<String, ChildOutcome> ended;
        private final WorkTally tally;
        private final KilledChildren gate;
        private final OpenVenues open;
        private final SliceRouting routing;
        private final LateFills late;

        Day(
                RunId run,
                List<ParentOrder> parents,
                VenueGateway gateway,
                int slices,
                ExecutionProgress progress,
                Function<RunId, List<ParentOrder>> earlier) {
            this.gateway = gateway;
            this.slices = slices;
            this.progress = progress;
            this.journal = new SliceJournal(store, run, clock);
            this.stored = store.children(run).stream().collect(Collectors.groupingBy(ChildOrder::slice));
            this.ended = store.outcomes(run);
            this.tally = new WorkTally(parents);
            this.gate = new KilledChildren(switches, run, tally.parents());
            this.open = new OpenVenues(breakers, settings.breakers(), venues);
            this.routing = new SliceRouting(odds, venues);
            this.late = new LateFills(
                    store, run, journal, of -> of.equals(run) ? parents : earlier.apply(of), clock, progress::late);
        }

        /** What venues told of booked slices is booked before a slice that is not decided, and after the last one. */
        void late(int slice) {
            if (!journal.sent(slice)) {
                late.book(gateway.late());
            }
            tally.amended(journal.amendedBefore(slice));
        }

        /** What is due in a slice is decided and stored, worked and booked, as far as it was not. */
        void slice(SessionWork work, int slice, SessionEngines engine) {
            late(slice);
            Slice sent = sent(work, slice, engine);
            List<ChildOrder> children = sent.children;
            Map<String, ChildOutcome> outcomes = journal.booked(slice) ? ended : worked(slice, sent);
            tally.over(children, outcomes);
            open.heard(children, outcomes);
            routing.heard(children, outcomes);
            progress.slice(slice + 1, slices, tally.children());
        }

        private Slice sent(SessionWork work, int slice, SessionEngines engine) {
            var hours = new VenueGateway.SliceHours(work.startMillis(slice), work.endMillis(slice));
            boolean inTime = journal.sent(slice) || gateway.begin(work.session(), hours, progress::waits);
            Map<String, LeftNow> left = journal.sent(slice) ? journal.left(slice) : less.now();
            List<DueChild> due = engine.due(slice, tally.lots(), left);
            var made = new SliceChildren(work, slice, tape, SessionWork.bps(settings.midpointShare()), routing);
            if (journal.sent(slice)) {
                List<ChildOrder> children = stored.getOrDefault(slice, List.of());
                journal.compare(slice, children);
                return new Slice(children, made.denied(due, children));
            }
            open.judge(slice);
            List<ChildOrder> children = inTime ? made.of(due, open) : List.of();
            Slice decided = new Slice(children, made.denied(due, children));
            gate.await(decided.leaving(), why -> progress.stopped(slice, slices, tally.children(), why));
            journal.send(slice, left, children);
            return decided;
        }

        private Map<String, ChildOutcome> worked(int slice, Slice sent) {
            List<ChildOrder> children = sent.children;
            less.now();
            ChildGate out = new DeniedChildren(sent.denied, new LessenedOrders(gate, less::lately, tally.units()));
            VenueGateway.SliceResult result = gateway.work(children, out);
            journal.book(slice, children, result.outcomes(), tally.toAccounts(result.fills()));
            return result.outcomes().stream()
                    .collect(Collectors.toMap(ChildOutcome::clientOrderId, Function.identity()));
        }
    }
}
