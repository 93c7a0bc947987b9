package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.Weights;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.rebalance.RebalanceSettings;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From an account's strategy to its proposal, within one run: accounts of one currency share what they may trade, and those
 * of one strategy its weights. May serve threads.
 */
final class AccountPlanner {
    private final LotPlanner lots;
    private final RunRecord run;
    private final Firm firm;
    private final MarketSnapshot market;
    private final Map<String, Tradable> tradable = new ConcurrentHashMap<>();
    private final Map<Mandate, TargetWeights> targets = new ConcurrentHashMap<>();

    AccountPlanner(LotPlanner lots, RunRecord run, Firm firm, MarketSnapshot market) {
        this.lots = lots;
        this.run = run;
        this.firm = firm;
        this.market = market;
    }

    /**
     * Plans one account.
     *
     * @param held the account's tax lots
     */
    AccountPlan plan(Account account, List<TaxLot> held) {
        Mandate mandate = new Mandate(account.strategy(), account.cash().currency());
        Tradable may = tradable.computeIfAbsent(mandate.currency(), this::tradable);
        TargetWeights target = targets.computeIfAbsent(mandate, wanted -> target(wanted, may));
        boolean shortAllowed = firm.settings().shortAllowed().contains(account.id());
        Proposal proposal = lots.solve(new RebalanceProblem(
                account,
                run.date(),
                held,
                may.instruments(),
                may.prices(),
                target,
                withShort(firm.settings().rebalance(), shortAllowed),
                run.seed()));
        BigDecimal value = account.cash().amount();
        SortedMap<String, BigDecimal> positions = new TreeMap<>();
        for (TaxLot lot : held) {
            PriceHistory.Close close = market.closes().get(lot.symbol());
            BigDecimal worth = close == null ? BigDecimal.ZERO : lot.quantity().multiply(close.price());
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

    /** What the strategy wants of the instruments in the account's currency: nothing is converted. */
    private TargetWeights target(Mandate mandate, Tradable may) {
        StrategySettings strategy =
                Objects.requireNonNull(firm.settings().strategies().get(mandate.strategy()));
        Set<String> wanted = new HashSet<>(strategy.universe());
        List<String> universe = may.priced().stream()
                .filter(symbol -> wanted.isEmpty() || wanted.contains(symbol))
                .toList();
        if (universe.isEmpty()) {
            return new TargetWeights(strategy.method().kind().word(), new TreeMap<>());
        }
        Weights weights = new StrategySettings(strategy.name(), strategy.method(), strategy.lookbackDays(), universe)
                .weigh(market.history());
        return new TargetWeights(weights.method(), weights.weights());
    }

    private Tradable tradable(String currency) {
        Map<String, Instrument> instruments = new HashMap<>();
        SortedMap<String, BigDecimal> prices = new TreeMap<>();
        market.instruments().forEach((symbol, instrument) -> {
            if (instrument.currency().equals(currency)) {
                instruments.put(symbol, instrument);
                PriceHistory.Close close = market.closes().get(symbol);
                if (close != null) {
                    prices.put(symbol, close.price());
                }
            }
        });
        return new Tradable(Map.copyOf(instruments), Map.copyOf(prices), List.copyOf(prices.keySet()));
    }

    /** Accounts of one strategy and currency want the same. */
    private record Mandate(String strategy, String currency) {}

    /**
     * What can be traded in one currency.
     *
     * @param prices last closes by symbol
     * @param priced the symbols of the prices, ascending
     */
    private record Tradable(Map<String, Instrument> instruments, Map<String, BigDecimal> prices, List<String> priced) {}

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
