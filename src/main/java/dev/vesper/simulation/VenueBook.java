package dev.vesper.simulation;

import dev.vesper.market.Tape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The order book of a simulated venue, as a state machine: the same commands in the same order give the same reports. Its
 * clock is the latest market time it was told while orders are open, and before it acts on a command it lets the tape run up to that time.
 *
 * <p>Orders of the house never trade with one another here: every fill is against the tape.
 */
public abstract class VenueBook {
    private final Function<String, Optional<Tape>> tapes;
    private final BigDecimal feeBps;
    private final Map<String, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<String, List<VenueOrder>> open = new LinkedHashMap<>();
    private final Set<String> cancels = new HashSet<>();
    private long clockMillis;

    /**
     * An empty book before the open.
     *
     * @param tapes the day's trades by symbol; empty for a symbol the venue does not trade
     * @param feeBps charged on each fill's notional, in basis points
     */
    VenueBook(Function<String, Optional<Tape>> tapes, BigDecimal feeBps) {
        this.tapes = tapes;
        this.feeBps = feeBps;
    }

    /** What the command leads to, fills of other orders first where the clock moves. */
    public final List<VenueReport> handle(VenueCommand command) {
        List<VenueReport> reports = new ArrayList<>();
        if (command instanceof VenueCommand.Enter enter) {
            VenueOrder known = orders.get(enter.clientOrderId());
            if (known != null) {
                return List.copyOf(known.history());
            }
            advance(enter.millis(), reports);
            enter(enter, reports);
        } else if (command instanceof VenueCommand.Cancel cancel) {
            if (cancels.add(cancel.cancelId())) {
                advance(cancel.millis(), reports);
            }
            cancel(cancel, reports);
        }
        return reports;
    }

    /** Whether a command of this id was handled before: said again it changes nothing, and is answered as it was. */
    public final boolean knows(VenueCommand command) {
        return switch (command) {
            case VenueCommand.Enter enter -> orders.containsKey(enter.clientOrderId());
            case VenueCommand.Cancel cancel -> cancels.contains(cancel.cancelId());
        };
    }

    /** All that was said of an order so far, oldest first; empty where nobody knows it. */
    public final List<VenueReport.Execution> history(String clientOrderId) {
        VenueOrder order = orders.get(clientOrderId);
        return order == null ? List.of() : List.copyOf(order.history());
    }

    public final long clockMillis() {
        return clockMillis;
    }

    /** Fills on entry, against what is shown; the rest stays open. */
    abstract void onEntry(VenueOrder order, Tape tape, long millis, List<VenueReport> reports);

    /** Fills of the open orders of one symbol against one trade of the tape. */
    abstract void onTrade(List<VenueOrder> resting, Tape tape, int trade, List<VenueReport> reports);

    final void fill(VenueOrder order, long lots, BigDecimal price, long millis, List<VenueReport> reports) {
        reports.add(order.filled(lots, price, millis));
    }

    private void enter(VenueCommand.Enter enter, List<VenueReport> reports) {
        Optional<Tape> tape = tapes.apply(enter.symbol());
        String reason = tape.map(t -> whyNot(enter, t)).orElse("unknown symbol " + enter.symbol());
        if (!reason.isEmpty() || tape.isEmpty()) {
            var refused = new VenueOrder(enter, 0, 0, 0, BigDecimal.ONE, feeBps);
            orders.put(enter.clientOrderId(), refused);
            reports.add(refused.rejected(clockMillis, reason));
            return;
        }
        Tape day = tape.get();
        var order = new VenueOrder(
                enter,
                enter.limitPrice().divideToIntegralValue(day.tickSize()).longValueExact(),
                enter.quantity().divideToIntegralValue(day.lotSize()).longValueExact(),
                enter.minimumQuantity().divideToIntegralValue(day.lotSize()).longValueExact(),
                day.lotSize(),
                feeBps);
        orders.put(enter.clientOrderId(), order);
        reports.add(order.accepted(clockMillis));
        onEntry(order, day, clockMillis, reports);
        if (order.open()) {
            open.computeIfAbsent(enter.symbol(), symbol -> new ArrayList<>()).add(order);
        }
    }

    private void cancel(VenueCommand.Cancel cancel, List<VenueReport> reports) {
        VenueOrder order = orders.get(cancel.clientOrderId());
        if (order == null) {
            reports.add(new VenueReport.CancelRejected(
                    cancel.cancelId(), cancel.clientOrderId(), false, clockMillis, "unknown order"));
            return;
        }
        if (order.open()) {
            reports.add(order.cancelled(clockMillis));
            drop(order);
            return;
        }
        VenueReport.Execution last = order.history().getLast();
        if (last.event() == VenueReport.Event.CANCELLED) {
            reports.add(last);
        } else {
            String reason = "too late: already " + (last.event() == VenueReport.Event.FILLED ? "filled" : "rejected");
            reports.add(new VenueReport.CancelRejected(
                    cancel.cancelId(), cancel.clientOrderId(), true, clockMillis, reason));
        }
    }

    private void advance(long toMillis, List<VenueReport> reports) {
        if (open.isEmpty()) {
            clockMillis = toMillis; // nobody waits: the session of another exchange may have begun earlier
            return;
        }
        if (toMillis <= clockMillis) {
            return;
        }
        for (var entry : open.entrySet()) {
            Tape tape = tapes.apply(entry.getKey()).orElseThrow();
            List<VenueOrder> resting = entry.getValue();
            int end = tape.countUntil(toMillis);
            for (int trade = tape.countUntil(clockMillis); trade < end && !resting.isEmpty(); trade++) {
                onTrade(resting, tape, trade, reports);
                resting.removeIf(order -> !order.open());
            }
        }
        open.values().removeIf(List::isEmpty);
        clockMillis = toMillis;
    }

    private void drop(VenueOrder order) {
        List<VenueOrder> resting = open.get(order.entry.symbol());
        if (resting != null) {
            resting.remove(order);
            if (resting.isEmpty()) {
                open.remove(order.entry.symbol());
            }
        }
    }

    /** Why an order cannot be taken, or an empty text. */
    private static String whyNot(VenueCommand.Enter enter, Tape tape) {
        if (tape.trades() == 0) {
            return "no trading in " + enter.symbol() + " today";
        }
        if (!wholeAndPositive(enter.limitPrice(), tape.tickSize())) {
            return "price " + enter.limitPrice().toPlainString() + " is not a multiple of the tick "
                    + tape.tickSize().toPlainString();
        }
        if (!wholeAndPositive(enter.quantity(), tape.lotSize())) {
            return "quantity " + enter.quantity().toPlainString() + " is not a multiple of the lot "
                    + tape.lotSize().toPlainString();
        }
        if (enter.minimumQuantity().compareTo(enter.quantity()) > 0) {
            return "minimum quantity " + enter.minimumQuantity().toPlainString() + " is more than the order's "
                    + enter.quantity().toPlainString();
        }
        return "";
    }

    private static boolean wholeAndPositive(BigDecimal value, BigDecimal step) {
        return value.signum() > 0
                && value.remainder(step).signum() == 0
                && value.divideToIntegralValue(step).toBigInteger().bitLength() < 50;
    }
}
