package dev.vesper.execution.queue;

import dev.vesper.orders.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who traded with whom in a record that tells each side on its own. An order that shrank was filled; two of other sides that
 * shrank by the same within five seconds traded, the nearest first; the one entered earlier gave, the later one took. Venues round
 * each side by itself, so two lots of difference are passed over.
 */
final class Pairs {
    private static final long WITHIN_MILLIS = 5_000;
    private static final long ROUNDING_LOTS = 2;

    private final Map<Long, Long> left = new HashMap<>();
    private final Deque<Shrunk> alone = new ArrayDeque<>();
    private final List<Trade> trades = new ArrayList<>();

    private Pairs() {}

    /**
     * A trade.
     *
     * @param maker id of the order that waited
     * @param taker id of the order that came
     * @param makerEvent where the maker's fill is among the events
     * @param takerEvent where the taker's is
     * @param lots of the maker
     */
    record Trade(long maker, long taker, int makerEvent, int takerEvent, long lots) {}

    private record Shrunk(int event, long millis, long id, Side side, long lots) {}

    static List<Trade> of(List<OrderEvent> events) {
        Pairs pairs = new Pairs();
        for (int i = 0; i < events.size(); i++) {
            pairs.see(i, events.get(i));
        }
        return pairs.trades;
    }

    private void see(int at, OrderEvent event) {
        Long before = left.put(event.id(), event.lots());
        if (before == null || event.action() == OrderEvent.Action.CREATED || before <= event.lots()) {
            return;
        }
        Shrunk fill = new Shrunk(at, event.millis(), event.id(), event.side(), before - event.lots());
        while (!alone.isEmpty() && fill.millis() - alone.getFirst().millis() > WITHIN_MILLIS) {
            alone.removeFirst();
        }
        Optional<Shrunk> other = nearest(fill);
        if (other.isEmpty()) {
            alone.addLast(fill);
            return;
        }
        alone.remove(other.get());
        Shrunk maker = other.get().id() < fill.id() ? other.get() : fill;
        Shrunk taker = maker.equals(fill) ? other.get() : fill;
        trades.add(new Trade(maker.id(), taker.id(), maker.event(), taker.event(), maker.lots()));
    }

    /** The last one of the other side with the same lots, else with nearly the same. */
    private Optional<Shrunk> nearest(Shrunk fill) {
        for (long most = 0; most <= ROUNDING_LOTS; most += ROUNDING_LOTS) {
            for (Iterator<Shrunk> latest = alone.descendingIterator(); latest.hasNext(); ) {
                Shrunk other = latest.next();
                if (other.side() != fill.side() && Math.abs(other.lots() - fill.lots()) <= most) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }
}
