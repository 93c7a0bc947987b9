package dev.vesper.execution.quality;

import dev.vesper.market.ticks.BestQuotes;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The market's best bid and offer at a moment, in currency units; neither locked nor crossed, of no halt.
 *
 * @param offer above the bid
 */
public record BestQuote(BigDecimal bid, BigDecimal offer) {
    private static final int SCALE = 4;

    /** The last one strictly before a moment, so that no order meets its own; empty where there is none of that kind. */
    public static Optional<BestQuote> before(BestQuotes quotes, long millis) {
        int moment = quotes.before(millis);
        return quotes.open(moment)
                ? Optional.of(new BestQuote(
                        BigDecimal.valueOf(quotes.bidE4(moment), SCALE),
                        BigDecimal.valueOf(quotes.askE4(moment), SCALE)))
                : Optional.empty();
    }

    BigDecimal twiceMid() {
        return bid.add(offer);
    }

    BigDecimal spread() {
        return offer.subtract(bid);
    }
}
