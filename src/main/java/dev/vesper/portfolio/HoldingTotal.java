package dev.vesper.portfolio;

import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One instrument in all accounts of a currency, for example 1,200 IBM in 3 accounts, worth 180,000, 0.045 of their value.
 *
 * @param quantity units, all lots together; negative where more is short than held
 * @param price the last close; empty where there never was one, as are value and gain
 * @param gain unrealised, negative for a loss
 * @param share of the value of all accounts of the currency, cash among it; zero where that is nothing
 */
public record HoldingTotal(
        String currency,
        String symbol,
        long accounts,
        long lots,
        BigDecimal quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> marketValue,
        Optional<BigDecimal> gain,
        double share) {
    /** The largest share of its currency first. */
    public static final Comparator<HoldingTotal> LARGEST_FIRST = Comparator.comparingDouble(
                    (HoldingTotal holding) -> Math.abs(holding.share()))
            .reversed();

    /** One for each instrument, by symbol; lots that together are nothing stay one. */
    public static List<HoldingTotal> of(CurrencyHoldings held, PriceHistory prices) {
        TreeMap<String, List<TaxLot>> bySymbol = new TreeMap<>();
        held.lots()
                .forEach(lot -> bySymbol.computeIfAbsent(lot.symbol(), s -> new ArrayList<>())
                        .add(lot));
        BigDecimal value = held.cash().add(held.marketValue(prices));
        return bySymbol.entrySet().stream()
                .map(entry -> of(held.currency(), entry.getKey(), entry.getValue(), value, prices))
                .toList();
    }

    private static HoldingTotal of(
            String currency, String symbol, List<TaxLot> lots, BigDecimal whole, PriceHistory prices) {
        Optional<BigDecimal> price = prices.lastClose(symbol).map(PriceHistory.Close::price);
        BigDecimal quantity = lots.stream().map(TaxLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cost =
                lots.stream().map(lot -> lot.cost().multiply(lot.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> value = price.map(quantity::multiply);
        return new HoldingTotal(
                currency,
                symbol,
                lots.stream().map(TaxLot::account).distinct().count(),
                lots.size(),
                quantity,
                price,
                value,
                value.map(worth -> worth.subtract(cost)),
                whole.signum() <= 0 ? 0 : value.orElse(BigDecimal.ZERO).doubleValue() / whole.doubleValue());
    }
}
