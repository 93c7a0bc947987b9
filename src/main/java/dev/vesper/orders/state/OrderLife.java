package dev.vesper.orders.state;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.orders.state.OrderEvent.Acknowledged;
import dev.vesper.orders.state.OrderEvent.Busted;
import dev.vesper.orders.state.OrderEvent.CancelAsked;
import dev.vesper.orders.state.OrderEvent.Corrected;
import dev.vesper.orders.state.OrderEvent.Doubted;
import dev.vesper.orders.state.OrderEvent.Ended;
import dev.vesper.orders.state.OrderEvent.Executed;
import dev.vesper.orders.state.OrderEvent.FoundUnknown;
import dev.vesper.orders.state.OrderEvent.Sent;
import dev.vesper.orders.state.OrderEvent.Withheld;
import dev.vesper.orders.state.OrderReport.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of one order. Only what a venue says moves it on: a cancel that left does not end it, and silence rejects nothing.
 * A fill after a cancel is a fill, a fill after the whole quantity too. What was heard before gives no event.
 *
 * <p>What is denied, and why: {@link OrderRefusal}.
 *
 * @see <a href="https://www.onixs.biz/fix-dictionary/4.4/app_d.html">FIX 4.4, appendix D: order state change matrices</a>
 */
public final class OrderLife implements Decider<OrderState, OrderReport, OrderEvent> {
    private final BigDecimal quantity;

    /** @param quantity units ordered */
    public OrderLife(BigDecimal quantity) {
        this.quantity = quantity;
    }

    @Override
    public OrderState initial() {
        return OrderState.intended(quantity);
    }

    @Override
    public Decision<OrderEvent> decide(OrderState state, OrderReport report) {
        return switch (report) {
            case OrderReport.Send() ->
                !state.withheld().isEmpty() || state.acknowledged()
                        ? Decision.denied(
                                OrderRefusal.MUST_NOT_LEAVE,
                                "Expected an order that no venue has and nothing keeps back, but it is "
                                        + state.status())
                        : Decision.accepted(new Sent());
            case OrderReport.Withhold(String why) ->
                state.sent() && !state.unknown()
                        ? Decision.denied(
                                OrderRefusal.ALREADY_LEFT,
                                "Expected an order that has not left, but it is " + state.status())
                        : Decision.accepted(new Withheld(why));
            case OrderReport.Cancel() -> Decision.accepted(new CancelAsked());
            case OrderReport.CancelRefused() -> Decision.accepted(new OrderEvent.CancelRefused());
            case OrderReport.NotKnown() ->
                state.acknowledged()
                        ? Decision.accepted(new OrderEvent.CancelRefused())
                        : Decision.accepted(new FoundUnknown());
            case OrderReport.Silence(String why) ->
                state.status().ended() ? new Decision.Accepted<>(List.of()) : Decision.accepted(new Doubted(why));
            case Told told -> told(state, told);
        };
    }

    private static Decision<OrderEvent> told(OrderState state, Told told) {
        List<OrderEvent> events = new ArrayList<>();
        Execution execution = told.execution();
        String replaced = told.replaced();
        if (execution != null) {
            if (execution.quantity().signum() <= 0) {
                return Decision.denied(
                        OrderRefusal.NO_QUANTITY,
                        "Expected a fill of more than nothing, but " + execution.id() + " is of "
                                + execution.quantity().toPlainString());
            }
            Execution known = state.executions().get(execution.id());
            if (known != null && !same(known, execution)) {
                return Decision.denied(
                        OrderRefusal.TOLD_DIFFERENTLY,
                        "Expected " + execution.id() + " to be " + known + " as it was told before, but it is "
                                + execution);
            }
            if (known == null) {
                events.add(replaced == null ? new Executed(execution) : new Corrected(replaced, execution));
            }
        } else if (replaced != null && !state.replaced().contains(replaced)) {
            events.add(new Busted(replaced));
        }
        OrderEnd end = new OrderEnd(told.status(), told.filled().stripTrailingZeros());
        if (told.status().ended() && !state.ends().contains(end)) {
            events.add(new Ended(end, told.reason()));
        }
        if (!state.acknowledged() || !state.doubt().isEmpty() || state.unknown()) {
            events.add(new Acknowledged());
        }
        return new Decision.Accepted<>(events);
    }

    private static boolean same(Execution one, Execution other) {
        return one.quantity().compareTo(other.quantity()) == 0 && one.price().compareTo(other.price()) == 0;
    }

    @Override
    public OrderState apply(OrderState state, OrderEvent event) {
        OrderFacts facts = new OrderFacts(state);
        switch (event) {
            case Sent() -> {
                facts.sent = true;
                facts.unknown = false;
            }
            case Withheld(String why) -> {
                if (state.sent() && !state.unknown()) {
                    throw new BrokenHistory("Expected an order that has not left, but it is " + state.status());
                }
                facts.withheld = why;
            }
            case CancelAsked() -> facts.pendingCancel = true;
            case OrderEvent.CancelRefused() -> {
                facts.pendingCancel = false;
                facts.doubt = "";
            }
            case FoundUnknown() -> {
                facts.unknown = true;
                facts.pendingCancel = false;
                facts.doubt = "";
            }
            case Doubted(String why) -> facts.doubt = why;
            case Acknowledged() -> {
                facts.acknowledged = true;
                facts.unknown = false;
                facts.doubt = "";
            }
            case Executed(Execution execution) -> facts.executions.put(execution.id(), execution);
            case Busted(String execution) -> facts.replaced.add(execution);
            case Corrected(String execution, Execution by) -> {
                facts.replaced.add(execution);
                facts.corrections.add(by.id());
                facts.executions.put(by.id(), by);
            }
            case Ended(OrderEnd end, String reason) -> {
                facts.ends.add(end);
                facts.reason = end.status() == OrderStatus.REJECTED ? reason : facts.reason;
            }
        }
        return facts.state();
    }
}
