package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.orders.state.OrderStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;

/**
 * Says something about each of some orders until every one has its answer. Of what may have reached a venue nothing is said
 * again before the venue was asked (Order Status Request, 35=H): an order leaves again, under its id and marked PossResend,
 * only where the venue says that it does not know it. Where it says nothing the order is in doubt, and the run stops.
 */
final class VenueTalk {
    private static final Logger LOG = LoggerFactory.getLogger(VenueTalk.class);
    private static final int MOST_BREAKS = 12;
    private static final int MOST_SILENCES = 3;
    /** Sent and not yet answered: at most two of these, so that no queue between us and a venue grows with a slice. */
    private static final int WINDOW = 500;

    private static final int MOST_NAMED = 5;

    private final OrdersAtWork work;
    private final FixSessions sessions;
    private final OrderMessages messages;
    private final Consumer<Message> wire;
    private final ToLongFunction<Set<String>> timeoutNanos;
    private final MessageWatch watch;
    private final BiConsumer<String, String> trouble;

    /**
     * Over sessions that are open.
     *
     * @param wire takes a message; it throws where its session is broken
     * @param timeoutNanos how long some venues may be silent
     * @param trouble is given a venue, and what people should know of it
     */
    VenueTalk(
            OrdersAtWork work,
            FixSessions sessions,
            OrderMessages messages,
            Consumer<Message> wire,
            ToLongFunction<Set<String>> timeoutNanos,
            MessageWatch watch,
            BiConsumer<String, String> trouble) {
        this.trouble = trouble;
        this.work = work;
        this.sessions = sessions;
        this.messages = messages;
        this.wire = wire;
        this.timeoutNanos = timeoutNanos;
        this.watch = watch;
    }

    /**
     * One thing to say.
     *
     * @param unsure of which orders the venue is asked before it is said, the first time and again
     * @param due of which it is then said
     */
    private record Saying(
            Predicate<WorkingOrder> answered,
            Predicate<WorkingOrder> unsureAtFirst,
            Predicate<WorkingOrder> unsure,
            Predicate<WorkingOrder> due,
            Teller teller) {}

    private interface Teller {
        void tell(WorkingOrder order, boolean again);
    }

    /** How long these venues may be silent. */
    long timeoutNanos(Set<String> venues) {
        return timeoutNanos.applyAsLong(venues);
    }

    /** Sends the orders, each through the gate right before it leaves. */
    void send(List<WorkingOrder> orders, ChildGate gate) {
        say(
                orders,
                new Saying(
                        WorkingOrder::said,
                        WorkingOrder::maybeThere,
                        WorkingOrder::maybeThere,
                        order -> !order.said() && !order.maybeThere(),
                        (order, _) -> pass(order, gate)));
    }

    /**
     * Cancels what is left of the orders at the end of their time.
     *
     * @param attempt from 1; each one that a venue refused needs an id of its own
     */
    void cancel(List<WorkingOrder> orders, int attempt) {
        cancel(orders, (order, again) -> messages.cancel(order.child, attempt, again));
    }

    /** Cancels them at the moment that they were sent. */
    void withdraw(List<WorkingOrder> orders) {
        cancel(orders, (order, again) -> messages.withdraw(order.child, again));
    }

    private interface Cancel {
        Message of(WorkingOrder order, boolean again);
    }

    private void cancel(List<WorkingOrder> orders, Cancel message) {
        orders.forEach(order -> work.act(order, WorkingOrder::cancelling));
        say(
                orders,
                new Saying(
                        WorkingOrder::cancelAnswered,
                        _ -> false,
                        order -> !order.cancelAnswered(),
                        order -> !order.cancelAnswered(),
                        (order, again) -> leave(order, message.of(order, again), MessageWatch.Kind.CANCEL)));
    }

    /** Asks the venues how the orders stand, until every one is answered. */
    void ask(List<WorkingOrder> orders) {
        orders.forEach(order -> work.act(order, WorkingOrder::asking));
        say(
                orders,
                new Saying(
                        WorkingOrder::inquiryAnswered,
                        _ -> false,
                        _ -> false,
                        order -> !order.inquiryAnswered(),
                        (order, _) -> wire.accept(messages.status(order.child))));
    }

    /** What stops a run: orders of which nobody knows what the venue did with them. */
    Problem inDoubt(List<WorkingOrder> orders, String because) {
        List<WorkingOrder> doubtful =
                work.where(orders, order -> !order.ended() && (order.maybeThere() || order.known()));
        if (doubtful.isEmpty()) {
            return Problem.unavailable("Expected " + because);
        }
        doubtful.forEach(order -> work.act(order, one -> one.silent(because)));
        List<String> named = doubtful.stream()
                .limit(MOST_NAMED)
                .map(order -> order.child.clientOrderId())
                .toList();
        return Problem.unavailable("Expected " + because + "; " + Counted.of(doubtful.size(), "order") + " in doubt: "
                + String.join(", ", named) + (doubtful.size() > MOST_NAMED ? " and others" : "")
                + "; nobody but the venue knows what became of them, and it is asked first when the run goes on");
    }

    private void say(List<WorkingOrder> orders, Saying saying) {
        if (orders.isEmpty()) {
            return;
        }
        Set<String> venues = new LinkedHashSet<>();
        orders.forEach(order -> venues.add(order.child.venue()));
        long timeout = timeoutNanos.applyAsLong(venues);
        long patience = timeout / MOST_SILENCES;
        int silences = 0;
        for (int attempt = 0; attempt < MOST_BREAKS && silences < MOST_SILENCES; attempt++) {
            List<WorkingOrder> silent = work.where(orders, saying.answered.negate());
            if (silent.isEmpty()) {
                return;
            }
            awaitLogon(silent, venues, timeout);
            int breaks = sessions.breaks();
            boolean again = attempt > 0;
            List<WorkingOrder> unsure = work.where(silent, again ? saying.unsure : saying.unsureAtFirst);
            if (!unsure.isEmpty() && !asked(unsure, breaks, patience)) {
                silences += sessions.breaks() == breaks ? 1 : 0;
                continue;
            }
            List<WorkingOrder> due = work.where(silent, saying.due);
            if (spoken(due, order -> saying.teller.tell(order, again), saying.answered, breaks, patience)
                    && work.answered(silent, saying.answered, () -> sessions.breaks() != breaks, patience)) {
                return;
            }
            silences += sessions.breaks() == breaks ? 1 : 0;
            LOG.debug("not all of {} orders are answered; asking the venues about them", silent.size());
        }
        throw inDoubt(
                work.where(orders, saying.answered.negate()),
                "the venues " + venues + " to answer within " + timeout / 1_000_000_000
                        + " s, but they did not; maybe a venue hangs or its session keeps breaking");
    }

    private void awaitLogon(List<WorkingOrder> silent, Set<String> venues, long timeout) {
        try {
            sessions.awaitLogon(venues, timeout);
        } catch (Problem gone) {
            List<WorkingOrder> left = work.where(silent, order -> order.maybeThere() || order.known());
            if (left.isEmpty()) {
                throw gone;
            }
            String message = String.valueOf(gone.getMessage());
            throw inDoubt(left, message.startsWith("Expected ") ? message.substring("Expected ".length()) : message);
        }
    }

    private boolean asked(List<WorkingOrder> orders, int breaks, long patience) {
        Map<String, Integer> doubtful = new TreeMap<>();
        for (WorkingOrder order : orders) {
            work.act(order, WorkingOrder::asking);
            doubtful.merge(order.child.venue(), 1, Integer::sum);
        }
        doubtful.forEach((venue, count) -> trouble.accept(
                venue,
                Counted.of(count, "order") + " at " + venue + " in doubt, for example "
                        + orders.getFirst().child.clientOrderId() + "; it is asked about them"));
        return spoken(
                orders,
                order -> wire.accept(messages.status(order.child)),
                WorkingOrder::inquiryAnswered,
                breaks,
                patience);
    }

    /**
     * Sends window by window, each once the one before the last is answered: a venue that is slower than we are is not
     * buried, its heartbeats stay in time, and a break costs two windows asked about instead of a whole slice.
     */
    private boolean spoken(
            List<WorkingOrder> orders,
            Consumer<WorkingOrder> teller,
            Predicate<WorkingOrder> answered,
            int breaks,
            long patience) {
        List<WorkingOrder> before = List.of();
        for (int from = 0; from < orders.size(); from += WINDOW) {
            List<WorkingOrder> window = orders.subList(from, Math.min(from + WINDOW, orders.size()));
            if (!told(window, teller, breaks)
                    || !work.answered(before, answered, () -> sessions.breaks() != breaks, patience)) {
                return false;
            }
            before = window;
        }
        return work.answered(before, answered, () -> sessions.breaks() != breaks, patience);
    }

    private boolean told(List<WorkingOrder> orders, Consumer<WorkingOrder> teller, int breaks) {
        for (WorkingOrder order : orders) {
            if (sessions.breaks() != breaks) {
                return false;
            }
            try {
                teller.accept(order);
            } catch (CamelExecutionException e) { // the session keeps it, and it may leave with the next logon
                LOG.debug("a session broke while {} was sent", order.child.clientOrderId());
                return false;
            }
        }
        return true;
    }

    private void pass(WorkingOrder order, ChildGate gate) {
        boolean again = order.status() == OrderStatus.UNKNOWN;
        Message message = messages.order(order.child, again);
        Optional<String> stopped = gate.pass(order.child, () -> {
            work.act(order, WorkingOrder::sent);
            leave(order, message, MessageWatch.Kind.ORDER);
        });
        stopped.ifPresent(why -> work.act(order, one -> one.stop(why)));
    }

    private void leave(WorkingOrder order, Message message, MessageWatch.Kind kind) {
        watch.message(order.child, kind, /* ended= */ false); // before its answer can be heard
        wire.accept(message);
    }
}
