package dev.vesper.desk.rebalance;

import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One account at decision prices, before it trades: 40,000 in cash and 600 units at 100.00 are worth 100,000. What has no
 * price counts nothing.
 *
 * @param value cash plus positions, in the account's currency
 * @param quantities units by symbol
 * @param positions value by symbol
 */
record AccountWorth(
        BigDecimal value, SortedMap<String, BigDecimal> quantities, SortedMap<String, BigDecimal> positions) {
    static AccountWorth of(Account account, List<TaxLot> held, Map<String, BigDecimal> prices) {
        BigDecimal value = account.cash().amount();
        SortedMap<String, BigDecimal> quantities = new TreeMap<>();
        SortedMap<String, BigDecimal> positions = new TreeMap<>();
        for (TaxLot lot : held) {
            BigDecimal worth = lot.quantity().multiply(prices.getOrDefault(lot.symbol(), BigDecimal.ZERO));
            quantities.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
            positions.merge(lot.symbol(), worth, BigDecimal::add);
            value = value.add(worth);
        }
        return new AccountWorth(value, quantities, positions);
    }

    /** Share of the value by symbol; none of an account that is worth nothing. */
    SortedMap<String, Double> weights() {
        return shares(1);
    }

    /** What is held as a target, so that nothing is missing from it. */
    TargetWeights asHeld(String method, double cashBuffer) {
        return new TargetWeights(method, shares(1 - cashBuffer));
    }

    /** What the strategy wants of the rest, once some instruments are kept as they are. */
    TargetWeights target(TargetWeights wanted, Set<String> kept, double cashBuffer) {
        if (kept.isEmpty()) {
            return wanted;
        }
        SortedMap<String, Double> target = shares(1 - cashBuffer);
        target.keySet().retainAll(kept);
        double free = Math.max(
                0, 1 - target.values().stream().mapToDouble(Double::doubleValue).sum());
        wanted.weights().forEach((symbol, weight) -> target.putIfAbsent(symbol, weight * free));
        return new TargetWeights(wanted.method(), target);
    }

    private SortedMap<String, Double> shares(double ofValue) {
        SortedMap<String, Double> shares = new TreeMap<>();
        double whole = value.doubleValue() * (ofValue > 0 ? ofValue : 1);
        if (value.signum() > 0) {
            positions.forEach((symbol, worth) -> shares.put(symbol, worth.doubleValue() / whole));
        }
        return shares;
    }
}
