package dev.vesper.simulation;

import dev.vesper.market.Tape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lit price-time book beside the tape.
 *
 * <ul>
 *   <li>A marketable order takes at once, at the touch, at most what is shown there: a quarter of the last minute's
 *       volume, at least one lot, shared by all that comes at the same moment.
 *   <li>What is left rests at its limit. It trades at that limit when a trade goes through it, or at it once the queue
 *       ahead (what was shown when it joined the touch) has traded. Better limits first, then earlier orders.
 *   <li>All orders together never get more of a trade than its volume.
 * </ul>
 */
final class LitBook extends VenueBook {
    private static final long SHOWN_MILLIS = 60_000;
    private static final long SHOWN_PART = 4;

    private static final Comparator<VenueOrder> HIGHEST_FIRST =
            Comparator.comparingLong((VenueOrder o) -> o.limitTicks).reversed();
    private static final Comparator<VenueOrder> LOWEST_FIRST = Comparator.comparingLong(o -> o.limitTicks);

    private final Map<String, Long> takenLots = new HashMap<>();
    private long takenAtMillis = -1;

    public LitBook(Function<String, Optional<Tape>> tapes, BigDecimal feeBps) {
        super(tapes, feeBps);
    }

    @Override
    void onEntry(VenueOrder order, Tape tape, long millis, List<VenueReport> reports) {
        int trade = tape.tradeAt(millis);
        long bid = tape.bidTicks(trade);
        long ask = tape.askTicks(trade);
        long shown = Math.max(1, tape.volumeLots(millis - SHOWN_MILLIS, millis) / SHOWN_PART);
        boolean marketable = order.buys() ? order.limitTicks >= ask : order.limitTicks <= bid;
        if (marketable) {
            take(order, tape, order.buys() ? ask : bid, shown, millis, reports);
        } else {
            boolean improves = order.buys() ? order.limitTicks > bid : order.limitTicks < ask;
            order.queueAheadLots = improves ? 0 : shown;
        }
    }

    private void take(VenueOrder order, Tape tape, long ticks, long shown, long millis, List<VenueReport> reports) {
        if (takenAtMillis != millis) {
            takenAtMillis = millis;
            takenLots.clear();
        }
        String level = order.entry.symbol() + (order.buys() ? " ask" : " bid");
        long taken = takenLots.getOrDefault(level, 0L);
        long lots = Math.min(order.leavesLots, shown - taken);
        if (lots > 0) {
            takenLots.put(level, taken + lots);
            fill(order, lots, tape.tickSize().multiply(BigDecimal.valueOf(ticks)), millis, reports);
        }
    }

    @Override
    void onTrade(List<VenueOrder> resting, Tape tape, int trade, List<VenueReport> reports) {
        long left = tape.lots(trade);
        boolean buyerCame = tape.ticks(trade) == tape.askTicks(trade);
        left = side(resting, !buyerCame, left, tape, trade, true, reports);
        side(resting, buyerCame, left, tape, trade, false, reports);
    }

    /** Lets one side of the book trade, and answers what is left of the trade. */
    private long side(
            List<VenueOrder> resting,
            boolean buys,
            long left,
            Tape tape,
            int trade,
            boolean trueSide,
            List<VenueReport> reports) {
        long ticks = tape.ticks(trade);
        for (VenueOrder order : inPriority(resting, buys)) {
            boolean through = buys ? ticks < order.limitTicks : ticks > order.limitTicks;
            boolean at = trueSide && ticks == order.limitTicks;
            if (through) {
                order.queueAheadLots = 0;
            } else if (!at) {
                continue;
            }
            long free = left;
            if (at) {
                long queued = Math.min(order.queueAheadLots, left);
                order.queueAheadLots -= queued;
                free = left - queued;
            }
            long lots = Math.min(order.leavesLots, free);
            if (lots > 0) {
                left -= lots;
                BigDecimal price = tape.tickSize().multiply(BigDecimal.valueOf(order.limitTicks));
                fill(order, lots, price, tape.millis(trade), reports);
            }
        }
        return left;
    }

    private static List<VenueOrder> inPriority(List<VenueOrder> resting, boolean buys) {
        List<VenueOrder> side = new ArrayList<>();
        for (VenueOrder order : resting) {
            if (order.buys() == buys) {
                side.add(order);
            }
        }
        side.sort(buys ? HIGHEST_FIRST : LOWEST_FIRST); // stable: earlier orders stay ahead
        return side;
    }
}
