package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.simulation.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The simulated books without a session in between; they outlive the desk that is "killed". */
public final class MemoryVenues implements Venues {
    private final Map<String, VenueBook> books = new LinkedHashMap<>();

    /** Client order ids in the order in which they were entered, again where they were entered again. */
    public final List<String> sent = new ArrayList<>();

    /** After so many slices the venues work no more: the slice is worked, but its answer is lost. */
    public int silentAfter = Integer.MAX_VALUE;

    /** Happens before each child leaves. */
    public Consumer<ChildOrder> beforeEach = _ -> {};

    /** The venue refuses these children when they are first entered. */
    public Predicate<ChildOrder> rejects = _ -> false;

    public int opened;
    public int closed;
    private int slices;

    @Override
    public VenueGateway open(RunRecord run, RunMarket market, KnownOrders known, ChildGate repeats) {
        return open(run, market.firm().venues(), market.tape());
    }

    /** The same where there is no more of a market than its trades. */
    public VenueGateway open(RunRecord run, List<Venue> venues, MarketTape tape) {
        opened++;
        venues.forEach(venue -> books.computeIfAbsent(
                book(run.id(), venue.name()),
                key -> VenueKinds.ALL.get(venue.kind()).book(venue, tape::tape, run.seed())));
        return new VenueGateway() {
            @Override
            public SliceResult work(List<ChildOrder> all, ChildGate gate) {
                List<ChildOutcome> outcomes = new ArrayList<>();
                List<ChildOrder> children = new ArrayList<>();
                for (ChildOrder child : all) {
                    beforeEach.accept(child);
                    if (rejects.test(child)) {
                        sent.add(child.clientOrderId());
                        outcomes.add(new ChildOutcome(
                                child.clientOrderId(), ChildOutcome.State.REJECTED, BigDecimal.ZERO, "no more today"));
                        continue;
                    }
                    gate.pass(child, () -> enter(run.id(), child))
                            .ifPresentOrElse(why -> outcomes.add(denied(child, why)), () -> children.add(child));
                }
                children.forEach(child -> books.get(book(run.id(), child.venue()))
                        .handle(new VenueCommand.Cancel(
                                "C-" + child.clientOrderId(), child.clientOrderId(), child.expireMillis())));
                if (slices++ == silentAfter) {
                    throw Problem.unavailable("Expected the venues to answer, but they are silent");
                }
                List<Fill> fills = new ArrayList<>();
                children.forEach(child -> tell(child, history(run.id(), child), outcomes, fills));
                return new SliceResult(outcomes, fills);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private static ChildOutcome denied(ChildOrder child, String why) {
        return new ChildOutcome(child.clientOrderId(), ChildOutcome.State.DENIED, BigDecimal.ZERO, why);
    }

    private void enter(RunId run, ChildOrder child) {
        sent.add(child.clientOrderId());
        history(run, child);
    }

    /** Entering an order that the book knows answers with its whole story. */
    private List<VenueReport> history(RunId run, ChildOrder child) {
        return books.get(book(run, child.venue()))
                .handle(new VenueCommand.Enter(
                        child.clientOrderId(),
                        child.symbol(),
                        child.side(),
                        child.quantity(),
                        child.limitPrice(),
                        child.minimumFill() == null ? BigDecimal.ZERO : child.minimumFill(),
                        child.sentMillis()));
    }

    private static void tell(
            ChildOrder child, List<VenueReport> history, List<ChildOutcome> outcomes, List<Fill> fills) {
        VenueReport.Execution last = (VenueReport.Execution) history.getLast();
        outcomes.add(new ChildOutcome(
                child.clientOrderId(),
                switch (last.event()) {
                    case FILLED -> ChildOutcome.State.FILLED;
                    case CANCELLED -> ChildOutcome.State.CANCELLED;
                    case REJECTED -> ChildOutcome.State.REJECTED;
                    default -> throw new IllegalStateException("Expected " + last + " to end the order");
                },
                last.cumulative(),
                last.reason()));
        for (VenueReport report : history) {
            if (report instanceof VenueReport.Execution e && e.filled().signum() > 0) {
                fills.add(new Fill(
                        child.venue(),
                        e.executionId(),
                        child.clientOrderId(),
                        child.parentId(),
                        "",
                        child.symbol(),
                        child.side(),
                        e.filled(),
                        e.price(),
                        e.fee(),
                        e.millis(),
                        child.date()));
            }
        }
    }

    private static String book(RunId run, String venue) {
        return run + "/" + venue;
    }
}
