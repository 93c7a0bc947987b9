package dev.vesper.portfolio;

import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One tax lot at the last close, for example 300 at 150.00 that cost 141.20: worth 45,000, with an unrealised gain of
 * 2,640.
 *
 * @param price empty where the instrument never had a price; so are value and gain
 */
public record LotValue(TaxLot lot, Optional<BigDecimal> price) {

    public static LotValue of(TaxLot lot, PriceHistory prices) {
        return new LotValue(lot, prices.lastClose(lot.symbol()).map(PriceHistory.Close::price));
    }

    public Optional<BigDecimal> marketValue() {
        return price.map(p -> p.multiply(lot.quantity()));
    }

    /** What selling at the price would bring over the cost; negative for a loss. */
    public Optional<BigDecimal> unrealisedGain() {
        return price.map(p -> p.subtract(lot.cost()).multiply(lot.quantity()));
    }
}
