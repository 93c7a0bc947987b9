package dev.vesper.portfolio;

import dev.vesper.basics.Money;
import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What all accounts of one currency hold together, for example two USD accounts with 52,000.00 in cash and 80 tax lots in
 * 35 instruments.
 *
 * @param accounts their ids, in order
 * @param cash of all of them, in units of the currency
 * @param lots of all of them
 */
public record CurrencyHoldings(String currency, List<String> accounts, BigDecimal cash, List<TaxLot> lots) {

    /**
     * One for each currency, by its code.
     *
     * @param cash by account
     * @param lots of any accounts; one of an account without cash is passed over: its currency is not known
     */
    public static List<CurrencyHoldings> of(SortedMap<String, Money> cash, List<TaxLot> lots) {
        SortedMap<String, List<String>> accounts = new TreeMap<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        cash.forEach((account, money) -> {
            accounts.computeIfAbsent(money.currency(), c -> new ArrayList<>()).add(account);
            sums.merge(money.currency(), money.amount(), BigDecimal::add);
        });
        Map<String, List<TaxLot>> held = new HashMap<>();
        for (TaxLot lot : lots) {
            Money money = cash.get(lot.account());
            if (money != null) {
                held.computeIfAbsent(money.currency(), c -> new ArrayList<>()).add(lot);
            }
        }
        List<CurrencyHoldings> all = new ArrayList<>();
        accounts.forEach((currency, ids) -> all.add(new CurrencyHoldings(
                currency,
                List.copyOf(ids),
                sums.getOrDefault(currency, BigDecimal.ZERO),
                held.getOrDefault(currency, List.of()))));
        return List.copyOf(all);
    }

    /** How many instruments are held. */
    public long instruments() {
        return lots.stream().map(TaxLot::symbol).distinct().count();
    }

    /** The lots at the last closes; one that never had a price counts nothing. */
    public BigDecimal marketValue(PriceHistory prices) {
        return sum(LotValue::marketValue, prices);
    }

    /** What selling all lots at the last closes would bring over their cost; one that never had a price counts nothing. */
    public BigDecimal unrealisedGain(PriceHistory prices) {
        return sum(LotValue::unrealisedGain, prices);
    }

    private BigDecimal sum(Function<LotValue, Optional<BigDecimal>> figure, PriceHistory prices) {
        Map<String, Optional<BigDecimal>> closes = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (TaxLot lot : lots) {
            Optional<BigDecimal> close = closes.computeIfAbsent(
                    lot.symbol(), symbol -> prices.lastClose(symbol).map(PriceHistory.Close::price));
            sum = sum.add(figure.apply(new LotValue(lot, close)).orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    /** What holdings and cash would have been worth on earlier days. */
    public Backcast backcast(PriceHistory prices) {
        return Backcast.of(lots, cash.doubleValue(), prices);
    }
}
