package dev.vesper.desk.execution;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceCommand;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.Amendment;
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

/** Where the orders of a run stand: decides each step, stores it, and only then takes it for done. */
final class SliceJournal {
    private final OrderStore store;
    private final RunId run;
    private final InstantSource clock;
    private final SlicedOrders orders = new SlicedOrders();
    private final Map<Integer, RowSum> sent = new HashMap<>();
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

    void send(int slice, List<ChildOrder> children) {
        Append<SliceEvent> decided = decide(new SendSlice(slice, children));
        store.saveChildren(run, children, decided, clock.instant());
        decided.events().forEach(this::applied);
    }

    void book(int slice, List<ChildOrder> children, List<ChildOutcome> outcomes, List<Fill> fills) {
        List<Fill> once = once(fills);
        Append<SliceEvent> decided = decide(new BookSlice(slice, children, outcomes, once));
        store.saveOutcomes(run, outcomes, once, decided, clock.instant());
        decided.events().forEach(this::applied);
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

    private Append<SliceEvent> decide(SliceCommand command) {
        return switch (orders.decide(state, command)) {
            case Decision.Accepted<SliceEvent>(List<SliceEvent> decided) ->
                new Append<>(OrderStore.stream(run), events, decided);
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
        if (event instanceof SliceSent(int slice, RowSum children, String ignored)) {
            sent.put(slice, children);
        }
        events++;
    }
}
