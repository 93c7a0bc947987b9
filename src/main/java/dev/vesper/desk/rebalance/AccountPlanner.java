package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.Weights;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.rebalance.RebalanceSettings;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** From an account's strategy to its proposal, within one run: accounts of one strategy share its weights. May serve threads. */
final class AccountPlanner {
    private final LotPlanner lots;
    private final Map<StrategySettings, Weights> known = new ConcurrentHashMap<>();

    AccountPlanner(LotPlanner lots) {
        this.lots = lots;
    }

    /**
     * Plans one account.
     *
     * @param held the account's tax lots
     */
    AccountPlan plan(RunRecord run, Firm firm, Rebalance.Market market, Account account, List<TaxLot> held) {
        StrategySettings strategy =
                Objects.requireNonNull(firm.settings().strategies().get(account.strategy()));
        StrategySettings tradable = tradable(firm, account, strategy, market);
        TargetWeights target = tradable.universe().isEmpty()
                ? new TargetWeights(strategy.method().kind().word(), new TreeMap<>())
                : target(known.computeIfAbsent(tradable, s -> s.weigh(market.prices())));
        Map<String, BigDecimal> prices = new TreeMap<>();
        Map<String, Instrument> instruments = new TreeMap<>();
        for (Instrument instrument : firm.instruments().values()) {
            BigDecimal close = market.closes().get(instrument.symbol());
            if (instrument.currency().equals(account.cash().currency())) {
                instruments.put(instrument.symbol(), instrument);
                if (close != null) {
                    prices.put(instrument.symbol(), close);
                }
            }
        }
        boolean shortAllowed = firm.settings().shortAllowed().contains(account.id());
        Proposal proposal = lots.solve(new RebalanceProblem(
                account,
                run.date(),
                held,
                instruments,
                prices,
                target,
                withShort(firm.settings().rebalance(), shortAllowed),
                run.seed()));
        BigDecimal value = account.cash().amount();
        SortedMap<String, BigDecimal> positions = new TreeMap<>();
        for (TaxLot lot : held) {
            BigDecimal price = market.closes().getOrDefault(lot.symbol(), BigDecimal.ZERO);
            BigDecimal worth = lot.quantity().multiply(price);
            positions.merge(lot.symbol(), worth, BigDecimal::add);
            value = value.add(worth);
        }
        SortedMap<String, Double> before = new TreeMap<>();
        if (value.signum() > 0) {
            double total = value.doubleValue();
            positions.forEach((symbol, worth) -> before.put(symbol, worth.doubleValue() / total));
        }
        return new AccountPlan(account, value, before, target, proposal);
    }

    private static TargetWeights target(Weights weights) {
        return new TargetWeights(weights.method(), weights.weights());
    }

    /** The strategy over instruments of the account's currency: nothing is converted. */
    private static StrategySettings tradable(
            Firm firm, Account account, StrategySettings strategy, Rebalance.Market market) {
        List<String> universe = firm.instruments().values().stream()
                .filter(i -> i.currency().equals(account.cash().currency()))
                .map(Instrument::symbol)
                .filter(s ->
                        strategy.universe().isEmpty() || strategy.universe().contains(s))
                .filter(s -> market.closes().containsKey(s))
                .toList();
        return new StrategySettings(strategy.name(), strategy.method(), strategy.lookbackDays(), universe);
    }

    private static RebalanceSettings withShort(RebalanceSettings settings, boolean allowed) {
        return new RebalanceSettings(
                settings.cashBuffer(),
                settings.minimumTrade(),
                settings.maximumTurnover(),
                settings.costBps(),
                allowed,
                settings.steps());
    }
}
