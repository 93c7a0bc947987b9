package dev.vesper.desk.execution;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.slice.LessenedOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceCommand;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.LessenOrders;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.OrdersLessened;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.orders.slice.SliceState;
import dev.vesper.orders.slice.SlicedOrders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the orders of a run stand: decides each step, stores it, and only then takes it for done. */
final class SliceJournal {
    private final OrderStore store;
    private final RunId run;
    private final InstantSource clock;
    private final SlicedOrders orders = new SlicedOrders();
    private final Map<Integer, RowSum> sent = new HashMap<>();
    /** What was left of orders, from each slice on in which that changed. */
    private final TreeMap<Integer, Map<String, LeftNow>> left = new TreeMap<>();

    private final Map<Integer, List<Amendment>> amendments = new HashMap<>();
    private SliceState state = orders.initial();
    private int events;

    /** Replays what is stored. */
    SliceJournal(OrderStore store, RunId run, InstantSource clock) {
        this.store = store;
        this.run = run;
        this.clock = clock;
        store.history(run).forEach(this::applied);
    }

    boolean sent(int slice) {
        return state.sent(slice);
    }

    boolean booked(int slice) {
        return state.booked(slice);
    }

    /** Decided children as they were stored, compared with what was sent. */
    void compare(int slice, List<ChildOrder> stored) {
        if (!RowSums.children(stored).equals(sent.get(slice))) {
            throw new BrokenHistory("Expected the children that slice " + slice + " of " + run
                    + " was sent with, but the stored ones differ; maybe a row was altered");
        }
    }

    /** What the rules left of orders when a slice was decided, by parent id; of others all that was approved. */
    Map<String, LeftNow> left(int slice) {
        Map.Entry<Integer, Map<String, LeftNow>> newest = left.floorEntry(slice);
        return newest == null ? Map.of() : newest.getValue();
    }

    /** Stores the children of a slice, and what was left of the orders when they were decided. */
    void send(int slice, Map<String, LeftNow> leaves, List<ChildOrder> children) {
        List<SliceEvent> events = new ArrayList<>();
        SliceState now = state;
        if (!leaves.equals(left(slice))) {
            List<LessenedOrder> lessened = leaves.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> new LessenedOrder(
                            one.getKey(), one.getValue().units(), one.getValue().why()))
                    .toList();
            events.addAll(decide(now, new LessenOrders(slice, lessened)));
            now = orders.apply(now, events.getFirst());
        }
        events.addAll(decide(now, new SendSlice(slice, children)));
        store.saveChildren(run, children, append(events), clock.instant());
        events.forEach(this::applied);
    }

    void book(int slice, List<ChildOrder> children, List<ChildOutcome> outcomes, List<Fill> fills) {
        List<Fill> once = once(fills);
        List<SliceEvent> events = decide(state, new BookSlice(slice, children, outcomes, once));
        store.saveOutcomes(run, outcomes, once, append(events), clock.instant());
        events.forEach(this::applied);
    }

    /** Books what a venue tells of a child whose slice is booked; the answer says what of it is new, or why it cannot be. */
    Decision<SliceEvent> amend(ChildOrder child, String account, LateReport report, List<Fill> booked, LocalDate day) {
        Decision<SliceEvent> decision = orders.decide(state, new AmendFill(child, account, report, booked, day));
        if (decision instanceof Decision.Accepted<SliceEvent>(List<SliceEvent> decided)) {
            for (SliceEvent event : decided) {
                store.amend(
                        run,
                        new Append<>(OrderStore.stream(run), events, List.of(event)),
                        clock.instant(),
                        LateFills.words((Amendment) event));
                applied(event);
            }
        }
        return decision;
    }

    /** What was amended so far. */
    AmendedFills amended() {
        return state.amended();
    }

    /** What was amended after the slices before this one were decided, and before this one was. */
    List<Amendment> amendedBefore(int slice) {
        return amendments.getOrDefault(slice, List.of());
    }

    /** A venue may report an execution again; the first report stands. */
    private static List<Fill> once(List<Fill> fills) {
        Map<List<String>, Fill> first = new LinkedHashMap<>();
        fills.forEach(fill -> first.putIfAbsent(List.of(fill.venue(), fill.executionId()), fill));
        return List.copyOf(first.values());
    }

    private Append<SliceEvent> append(List<SliceEvent> decided) {
        return new Append<>(OrderStore.stream(run), events, decided);
    }

    private List<SliceEvent> decide(SliceState from, SliceCommand command) {
        return switch (orders.decide(from, command)) {
            case Decision.Accepted<SliceEvent>(List<SliceEvent> decided) -> decided;
            case Decision.Denied<SliceEvent>(var refusal) -> throw Problem.refused(refusal.message());
        };
    }

    private void applied(SliceEvent event) {
        if (event instanceof Amendment amendment) {
            amendments
                    .computeIfAbsent(state.undecided(), _ -> new ArrayList<>())
                    .add(amendment);
        }
        state = orders.apply(state, event);
        switch (event) {
            case OrdersLessened lessened ->
                left.put(
                        lessened.slice(),
                        lessened.orders().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        LessenedOrder::parent, one -> new LeftNow(one.units(), one.why()))));
            case SliceSent slice -> sent.put(slice.slice(), slice.children());
            case SliceBooked _, Amendment _ -> {
                // the state knows
            }
        }
        events++;
    }
}
