package dev.vesper.simulation;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** One order as a venue keeps it: what is left of it, and everything said about it so far. */
final class VenueOrder {
    final VenueCommand.Enter entry;
    final long limitTicks;
    final long minimumLots;
    final List<VenueReport.Execution> history = new ArrayList<>();
    long leavesLots;
    long queueAheadLots;
    private BigDecimal cumulative = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;
    private int fills;

    VenueOrder(VenueCommand.Enter entry, long limitTicks, long lots, long minimumLots) {
        this.entry = entry;
        this.limitTicks = limitTicks;
        this.leavesLots = lots;
        this.minimumLots = minimumLots;
    }

    boolean open() {
        return leavesLots > 0;
    }

    boolean buys() {
        return entry.side() == Side.BUY;
    }

    VenueReport.Execution accepted(long millis) {
        return tell(VenueReport.Event.ACCEPTED, "N", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, millis, "");
    }

    VenueReport.Execution rejected(long millis, String reason) {
        leavesLots = 0;
        return tell(VenueReport.Event.REJECTED, "R", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, millis, reason);
    }

    VenueReport.Execution cancelled(long millis) {
        leavesLots = 0;
        return tell(VenueReport.Event.CANCELLED, "C", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, millis, "");
    }

    VenueReport.Execution filled(long lots, BigDecimal lotSize, BigDecimal price, BigDecimal feeBps, long millis) {
        leavesLots -= lots;
        fills++;
        BigDecimal units = lotSize.multiply(BigDecimal.valueOf(lots));
        BigDecimal value = units.multiply(price);
        cumulative = cumulative.add(units);
        notional = notional.add(value);
        BigDecimal fee = value.multiply(feeBps).movePointLeft(4).setScale(4, RoundingMode.HALF_EVEN);
        var event = leavesLots == 0 ? VenueReport.Event.FILLED : VenueReport.Event.PARTLY_FILLED;
        return tell(event, Integer.toString(fills), units, price, fee, millis, "");
    }

    private VenueReport.Execution tell(
            VenueReport.Event event,
            String mark,
            BigDecimal filled,
            BigDecimal price,
            BigDecimal fee,
            long millis,
            String reason) {
        boolean over = event == VenueReport.Event.CANCELLED || event == VenueReport.Event.REJECTED;
        var report = new VenueReport.Execution(
                event,
                entry.clientOrderId() + "/" + mark,
                entry.clientOrderId(),
                entry.symbol(),
                entry.side(),
                entry.quantity(),
                filled,
                price,
                fee,
                cumulative,
                over ? BigDecimal.ZERO : entry.quantity().subtract(cumulative),
                cumulative.signum() == 0 ? BigDecimal.ZERO : notional.divide(cumulative, 8, RoundingMode.HALF_EVEN),
                millis,
                reason);
        history.add(report);
        return report;
    }
}
