package dev.vesper.testing;

import dev.vesper.basics.Decision;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.slice.LessenedOrder;
import dev.vesper.orders.slice.SliceCommand;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.LessenOrders;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceState;
import dev.vesper.orders.slice.SlicedOrders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides slices from what a store holds and saves them, as the execution of a day does. */
public final class SliceSaves {
    public static final Instant NOON = Instant.parse("2018-04-11T12:00:00.123456Z");

    private SliceSaves() {}

    /** Answers what was appended. */
    public static Append<SliceEvent> send(OrderStore store, RunId run, int slice, List<ChildOrder> children) {
        Append<SliceEvent> events = decide(store, run, new SendSlice(slice, children));
        store.saveChildren(run, children, events, NOON);
        return events;
    }

    /** Answers what was appended. */
    public static Append<SliceEvent> book(
            OrderStore store, RunId run, List<ChildOrder> children, List<ChildOutcome> outcomes, List<Fill> fills) {
        Append<SliceEvent> events =
                decide(store, run, new BookSlice(children.getFirst().slice(), children, outcomes, fills));
        store.saveOutcomes(run, outcomes, fills, events, NOON);
        return events;
    }

    /** Orders are lessened with the slice that is sent; answers what was appended. */
    public static Append<SliceEvent> lessen(
            OrderStore store, RunId run, int slice, List<LessenedOrder> less, List<ChildOrder> children) {
        Append<SliceEvent> first = decide(store, run, new LessenOrders(slice, less));
        SlicedOrders orders = new SlicedOrders();
        List<SliceEvent> both = new ArrayList<>(first.events());
        SliceState lessened = orders.apply(orders.replay(store.history(run)), both.getFirst());
        if (orders.decide(lessened, new SendSlice(slice, children)) instanceof Decision.Accepted<SliceEvent> sent) {
            both.addAll(sent.events());
        }
        Append<SliceEvent> events = new Append<>(first.stream(), first.expected(), both);
        store.saveChildren(run, children, events, NOON);
        return events;
    }

    /** What a venue tells of a child whose slice is booked; answers what was appended. */
    public static Append<SliceEvent> amend(
            OrderStore store, RunId run, ChildOrder child, String account, LateReport report) {
        LocalDate day = Objects.requireNonNullElse(child.date(), run.date());
        Append<SliceEvent> events =
                decide(store, run, new SliceCommand.AmendFill(child, account, report, store.booked(run), day));
        store.amend(run, events, NOON, report.toString());
        return events;
    }

    private static Append<SliceEvent> decide(OrderStore store, RunId run, SliceCommand command) {
        SlicedOrders orders = new SlicedOrders();
        List<SliceEvent> history = store.history(run);
        return switch (orders.decide(orders.replay(history), command)) {
            case Decision.Accepted<SliceEvent>(List<SliceEvent> events) ->
                new Append<>(OrderStore.stream(run), history.size(), events);
            case Decision.Denied<SliceEvent>(var refusal) -> throw new AssertionError(refusal.message());
        };
    }
}
