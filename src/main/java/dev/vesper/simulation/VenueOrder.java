package dev.vesper.simulation;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as a venue keeps it: what is left of it, and what it takes to say again, word for word, everything that was
 * said about it so far. The reports themselves are not kept: a day has hundreds of thousands of orders.
 */
final class VenueOrder {
    final VenueCommand.Enter entry;
    final long limitTicks;
    final long minimumLots;
    private final BigDecimal lotSize;
    private final BigDecimal feeBps;
    private final List<Told> told = new ArrayList<>(3);
    long leavesLots;
    long queueAheadLots;
    /** What comes next continues these; nothing comes when the order is over. */
    private @Nullable Sums sums = new Sums();

    /**
     * An order that nothing was said about yet.
     *
     * @param feeBps charged on each fill's notional, in basis points
     */
    VenueOrder(
            VenueCommand.Enter entry,
            long limitTicks,
            long lots,
            long minimumLots,
            BigDecimal lotSize,
            BigDecimal feeBps) {
        this.entry = entry;
        this.limitTicks = limitTicks;
        this.leavesLots = lots;
        this.minimumLots = minimumLots;
        this.lotSize = lotSize;
        this.feeBps = feeBps;
    }

    boolean open() {
        return leavesLots > 0;
    }

    boolean buys() {
        return entry.side() == Side.BUY;
    }

    VenueReport.Execution accepted(long millis) {
        return tell(new Told(VenueReport.Event.ACCEPTED, 0, BigDecimal.ZERO, millis, ""));
    }

    VenueReport.Execution rejected(long millis, String reason) {
        leavesLots = 0;
        return tell(new Told(VenueReport.Event.REJECTED, 0, BigDecimal.ZERO, millis, reason));
    }

    VenueReport.Execution cancelled(long millis) {
        leavesLots = 0;
        return tell(new Told(VenueReport.Event.CANCELLED, 0, BigDecimal.ZERO, millis, ""));
    }

    VenueReport.Execution filled(long lots, BigDecimal price, long millis) {
        leavesLots -= lots;
        var event = leavesLots == 0 ? VenueReport.Event.FILLED : VenueReport.Event.PARTLY_FILLED;
        return tell(new Told(event, lots, price, millis, ""));
    }

    /** Everything that was said, oldest first. */
    List<VenueReport.Execution> history() {
        Sums from = new Sums();
        return told.stream().map(event -> report(event, from)).toList();
    }

    private VenueReport.Execution tell(Told event) {
        if (sums == null) {
            throw new IllegalStateException("Expected " + entry.clientOrderId() + " to be open, but it is over");
        }
        told.add(event);
        VenueReport.Execution report = report(event, sums);
        if (!open()) {
            sums = null;
        }
        return report;
    }

    private VenueReport.Execution report(Told event, Sums sums) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal fee = BigDecimal.ZERO;
        if (event.lots > 0) {
            units = lotSize.multiply(BigDecimal.valueOf(event.lots));
            BigDecimal value = units.multiply(event.price);
            fee = value.multiply(feeBps).movePointLeft(4).setScale(4, RoundingMode.HALF_EVEN);
            sums.fills++;
            sums.units = sums.units.add(units);
            sums.notional = sums.notional.add(value);
        }
        boolean over = event.event == VenueReport.Event.CANCELLED || event.event == VenueReport.Event.REJECTED;
        return new VenueReport.Execution(
                event.event,
                entry.clientOrderId() + "/" + mark(event, sums),
                entry.clientOrderId(),
                entry.symbol(),
                entry.side(),
                entry.quantity(),
                units,
                event.price,
                fee,
                sums.units,
                over ? BigDecimal.ZERO : entry.quantity().subtract(sums.units),
                sums.units.signum() == 0
                        ? BigDecimal.ZERO
                        : sums.notional.divide(sums.units, 8, RoundingMode.HALF_EVEN),
                event.millis,
                event.reason);
    }

    private static String mark(Told event, Sums sums) {
        return switch (event.event) {
            case ACCEPTED -> "N";
            case REJECTED -> "R";
            case CANCELLED -> "C";
            case PARTLY_FILLED, FILLED -> Integer.toString(sums.fills);
        };
    }

    /** What a report is made of, besides the order and the sums of the reports before it. */
    private record Told(VenueReport.Event event, long lots, BigDecimal price, long millis, String reason) {}

    /** Of all fills so far. */
    private static final class Sums {
        private BigDecimal units = BigDecimal.ZERO;
        private BigDecimal notional = BigDecimal.ZERO;
        private int fills;
    }
}
