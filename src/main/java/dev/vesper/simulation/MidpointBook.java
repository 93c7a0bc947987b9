package dev.vesper.simulation;

import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A book that trades only at the middle between the best bid and offer. With each trade of the tape a hidden
 * counterparty may be there: its side and size (0 to 40 % of the trade) are drawn from the seed and the
 * venue's name. Orders whose limit allows
 * the midpoint are served in the order they came, each at most the size and at least its minimum quantity.
 */
final class MidpointBook extends VenueBook {
    private static final int LARGEST_SHARE_PERCENT = 40;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private final long seed;
    private final String stream;
    private final Map<String, Long> draws = new HashMap<>();

    public MidpointBook(Function<String, Optional<Tape>> tapes, Venue venue, long seed) {
        super(tapes, venue.feeBps());
        this.stream = " " + venue.name().toLowerCase(Locale.ROOT);
        this.seed = seed;
    }

    @Override
    void onEntry(VenueOrder order, Tape tape, long millis, List<VenueReport> reports) {
        // nobody is shown at a midpoint: an order waits for the tape
    }

    @Override
    void onTrade(List<VenueOrder> resting, Tape tape, int trade, List<VenueReport> reports) {
        long draw = SeededDraw.at(
                draws.computeIfAbsent(
                        resting.getFirst().entry.symbol(), symbol -> new SeededDraw(seed, symbol + stream).next()),
                trade);
        boolean sellerWaits = (draw & 1) == 0;
        long size = tape.lots(trade) * Math.floorMod(draw >>> 1, LARGEST_SHARE_PERCENT + 1) / 100;
        long twiceMiddle = tape.bidTicks(trade) + tape.askTicks(trade);
        BigDecimal price =
                tape.tickSize().multiply(BigDecimal.valueOf(twiceMiddle)).multiply(HALF);
        for (VenueOrder order : resting) {
            boolean allowed = order.buys() ? twiceMiddle <= 2 * order.limitTicks : twiceMiddle >= 2 * order.limitTicks;
            long lots = Math.min(order.leavesLots, size);
            if (order.buys() == sellerWaits
                    && allowed
                    && lots > 0
                    && lots >= Math.min(order.minimumLots, order.leavesLots)) {
                size -= lots;
                fill(order, lots, price, tape.millis(trade), reports);
            }
        }
    }
}
