package dev.vesper.execution.queue;

import dev.vesper.execution.queue.BookEvent.Added;
import dev.vesper.execution.queue.BookEvent.Cancelled;
import dev.vesper.execution.queue.BookEvent.Traded;
import dev.vesper.execution.queue.OrderEvent.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The orders that waited, out of a record of all orders: what an order took when it came is left out, so that the sizes are those
 * of a book. An order that was there before the record begins is put in front with what is first told of it.
 *
 * @param events in the order of the record
 * @param trades that have both sides
 * @param aloneTrades fills without another side in the record, taken for those of waiting orders
 */
record RestingOrders(List<BookEvent> events, int trades, int aloneTrades) {
    static RestingOrders of(List<OrderEvent> record) {
        List<Pairs.Trade> trades = Pairs.of(record);
        Set<Integer> taking = new HashSet<>();
        Map<Long, Long> taken = new HashMap<>();
        for (Pairs.Trade trade : trades) {
            taking.add(trade.takerEvent());
        }
        List<BookEvent> events = new ArrayList<>(before(record));
        Map<Long, Long> told = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            OrderEvent event = record.get(i);
            Long last = told.put(event.id(), event.lots());
            if (last != null && taking.contains(i)) {
                taken.merge(event.id(), last - event.lots(), Long::sum);
            }
        }
        told.clear();
        int fills = 0;
        for (int i = 0; i < record.size(); i++) {
            OrderEvent event = record.get(i);
            Long last = told.put(event.id(), event.lots());
            if (event.action() == Action.CREATED) {
                long rests = event.lots() - taken.getOrDefault(event.id(), 0L);
                if (last == null && rests > 0) {
                    events.add(new Added(event.millis(), event.id(), event.side(), event.price(), rests));
                }
                continue;
            }
            if (last != null && last > event.lots() && !taking.contains(i)) {
                events.add(new Traded(event.millis(), event.id(), last - event.lots()));
                fills++;
            }
            if (event.action() == Action.DELETED) {
                events.add(new Cancelled(event.millis(), event.id()));
            }
        }
        return new RestingOrders(events, trades.size(), fills - trades.size());
    }

    /** Those that are first heard of when they change or go, the oldest first. */
    private static List<Added> before(List<OrderEvent> record) {
        Set<Long> heard = new HashSet<>();
        List<Added> old = new ArrayList<>();
        for (OrderEvent event : record) {
            if (heard.add(event.id()) && event.action() != Action.CREATED && event.lots() > 0) {
                old.add(new Added(record.getFirst().millis(), event.id(), event.side(), event.price(), event.lots()));
            }
        }
        old.sort(Comparator.comparingLong(Added::id));
        return old;
    }
}
