package dev.vesper.desk.gate;

import dev.vesper.execution.engine.AccountLimits;
import dev.vesper.execution.engine.InstrumentLimits;
import dev.vesper.execution.engine.LimitsTable;
import dev.vesper.execution.engine.PairLimits;
import dev.vesper.execution.engine.PositionLimits;
import dev.vesper.execution.engine.RateLimit;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The gate's table of the orders that a session works: what the rules leave of each. Its unit is the lot of each order, so that
 * nothing is rounded where lots are fractions of a share; for that each order has a book of its own, that begins at 0 and is
 * moved by its fills. The gate's accounts are these books, the number of each is its order's place among those of the instrument.
 *
 * <p>Example: of 400 units in lots of 0.5 that are bought the rules leave 150: the book may hold 300 at most, and no child may
 * have more; one that would bring it to 301 is denied.
 */
public final class OrderLimits {
    private static final PositionLimits NOTHING = new PositionLimits(0, 0);

    /** Where an order stands in the table. */
    public record Place(int instrument, int book) {}

    private final List<ParentOrder> orders;
    private final List<Place> places = new ArrayList<>();
    private final int instruments;
    private int books = 1;

    /**
     * Of these orders.
     *
     * @param instruments the number of each symbol, from 0 on
     */
    public OrderLimits(List<ParentOrder> orders, Map<String, Integer> instruments) {
        this.orders = List.copyOf(orders);
        this.instruments = instruments.size();
        Map<Integer, Integer> ofInstrument = new HashMap<>();
        for (ParentOrder order : orders) {
            Integer instrument = instruments.get(order.symbol());
            if (instrument == null) {
                throw new IllegalArgumentException("Expected a number for each symbol of the orders, but "
                        + order.symbol() + " of " + order.id() + " has none");
            }
            int book = ofInstrument.merge(instrument, 1, Integer::sum) - 1;
            places.add(new Place(instrument, book));
            books = Math.max(books, book + 1);
        }
    }

    /** Where the order at an index stands. */
    public Place place(int order) {
        return places.get(order);
    }

    public int instruments() {
        return instruments;
    }

    /** Books that the instrument with the most orders needs; 1 or more. */
    public int books() {
        return books;
    }

    /**
     * The table that counts where the rules leave so much. What has nothing left of all orders on a side is restricted there.
     *
     * @param left units that may be traded in all, what is filled included, by order; of one that is absent all that was approved
     */
    public LimitsTable table(long version, Map<String, BigDecimal> left) {
        SortedMap<Integer, InstrumentLimits> ofInstruments = new TreeMap<>();
        SortedMap<Integer, AccountLimits> ofBooks = new TreeMap<>();
        SortedMap<LimitsTable.Pair, PairLimits> ofOrders = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            ParentOrder order = orders.get(i);
            Place place = places.get(i);
            long lots = lots(order, left.getOrDefault(order.id(), order.quantity()));
            boolean buys = order.side() == Side.BUY;
            ofInstruments.merge(
                    place.instrument, tradable(buys && lots > 0, !buys && lots > 0), OrderLimits::tradableOnEither);
            ofBooks.putIfAbsent(place.book, new AccountLimits(/* cashCounts= */ false, 0, NOTHING));
            ofOrders.put(
                    new LimitsTable.Pair(place.book, place.instrument),
                    buys
                            ? new PairLimits(new PositionLimits(0, lots), lots, 0)
                            : new PairLimits(new PositionLimits(-lots, 0), 0, lots));
        }
        return new LimitsTable(version, RateLimit.NONE, ofInstruments, ofBooks, ofOrders);
    }

    private static long lots(ParentOrder order, BigDecimal units) {
        return units.min(order.quantity())
                .max(BigDecimal.ZERO)
                .divideToIntegralValue(order.lotSize())
                .longValueExact();
    }

    private static InstrumentLimits tradable(boolean mayBuy, boolean maySell) {
        return new InstrumentLimits(mayBuy, maySell, 0, 0, /* bandBps= */ 0);
    }

    private static InstrumentLimits tradableOnEither(InstrumentLimits one, InstrumentLimits other) {
        return tradable(one.mayBuy() || other.mayBuy(), one.maySell() || other.maySell());
    }
}
