package dev.vesper.portfolio;

import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account is worth: its cash and its lots at the last closes. Lots that never had a price count nothing.
 *
 * <p>Example: 40,000 in cash and 600 units at 100.00 are worth 100,000, and the weight of the holding is 0.6.
 *
 * @param cash in the account's currency
 * @param value cash plus lots
 * @param weights share of value by symbol; zero where the value is zero
 */
public record AccountValue(BigDecimal cash, BigDecimal value, SortedMap<String, Double> weights) {

    /**
     * Values one account.
     *
     * @param lots of any accounts; those of others are passed over
     */
    public static AccountValue of(String account, BigDecimal cash, List<TaxLot> lots, PriceHistory prices) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        for (TaxLot lot : lots) {
            if (lot.account().equals(account)) {
                LotValue.of(lot, prices)
                        .marketValue()
                        .ifPresent(value -> values.merge(lot.symbol(), value, BigDecimal::add));
            }
        }
        BigDecimal sum = values.values().stream().reduce(cash, BigDecimal::add);
        SortedMap<String, Double> weights = new TreeMap<>();
        values.forEach((symbol, value) ->
                weights.put(symbol, sum.signum() == 0 ? 0 : value.doubleValue() / sum.doubleValue()));
        return new AccountValue(cash, sum, weights);
    }
}
