package dev.vesper.rebalance;

import dev.vesper.limits.bounds.Bounds;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One account to bring to its target.
 *
 * @param date the business date, which decides whether a lot is held long term
 * @param lots the account's tax lots
 * @param instruments by symbol: all that are held or targeted
 * @param prices decision prices by symbol, in currency units; an instrument without a price is not traded
 * @param kept symbols that stay as they are held: their weight is not known, and what is not known is no reason to trade
 * @param bounds what the rules allow
 * @param seed of the solver's random walk
 */
public record RebalanceProblem(
        Account account,
        LocalDate date,
        List<TaxLot> lots,
        Map<String, Instrument> instruments,
        Map<String, BigDecimal> prices,
        TargetWeights target,
        Set<String> kept,
        RebalanceSettings settings,
        Bounds bounds,
        long seed) {
    public RebalanceProblem {
        lots = List.copyOf(lots);
        instruments = Map.copyOf(instruments);
        prices = Map.copyOf(prices);
        kept = Set.copyOf(kept);
    }

    /** The same account within other bounds. */
    public RebalanceProblem within(Bounds others) {
        return new RebalanceProblem(account, date, lots, instruments, prices, target, kept, settings, others, seed);
    }

    /** The same account with another target, and more that stays as it is held. */
    public RebalanceProblem towards(TargetWeights other, Set<String> keeps) {
        return new RebalanceProblem(account, date, lots, instruments, prices, other, keeps, settings, bounds, seed);
    }
}
