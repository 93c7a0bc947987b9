package dev.vesper.desk.rebalance;

import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.TargetVerdicts;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
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
import dev.vesper.rebalance.TargetsWithin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final AccountBounds rules;
    private final Map<String, Tradable> tradable = new ConcurrentHashMap<>();
    private final Map<Mandate, Wanted> targets = new ConcurrentHashMap<>();

    AccountPlanner(LotPlanner lots, RunRecord run, Firm firm, MarketSnapshot market, AccountBounds rules) {
        this.lots = lots;
        this.rules = rules;
        this.run = run;
        this.firm = firm;
        this.market = market;
    }

    /**
     * Plans one account. One that cannot be planned is left as it is, and said so: no target is no order, and an account
     * that is refused stops no other.
     *
     * @param held the account's tax lots
     */
    Planned plan(Account account, List<TaxLot> held) {
        Mandate mandate = new Mandate(account.strategy(), account.cash().currency());
        Tradable may = tradable.computeIfAbsent(mandate.currency(), this::tradable);
        Wanted wanted = targets.computeIfAbsent(mandate, asked -> wanted(asked, may));
        AccountWorth worth = AccountWorth.of(account, held, may.prices());
        if (!wanted.weighed()) {
            return left(account, worth, wanted.method(), TargetVerdicts.noTarget(account.id(), wanted.leftOut()));
        }
        SortedMap<String, String> unweighed = new TreeMap<>(wanted.leftOut());
        unweighed.keySet().retainAll(worth.quantities().keySet());
        RebalanceSettings settings = withShort(
                firm.settings().rebalance(), firm.settings().shortAllowed().contains(account.id()));
        List<Verdict> told = new ArrayList<>(TargetVerdicts.kept(account.id(), unweighed, worth.quantities()));
        SortedMap<String, String> notHeld = new TreeMap<>(wanted.leftOut());
        notHeld.keySet().removeAll(unweighed.keySet());
        told.addAll(TargetVerdicts.notBought(account.id(), notHeld));
        try {
            RebalanceProblem problem = rules.within(new RebalanceProblem(
                    account,
                    run.date(),
                    held,
                    may.instruments(),
                    may.prices(),
                    new TargetWeights(wanted.method(), wanted.weights()),
                    unweighed.keySet(),
                    settings,
                    Bounds.NONE,
                    run.seed()));
            return planned(problem, worth, told);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return left(account, worth, wanted.method(), TargetVerdicts.refused(account.id(), refused));
        }
    }

    /**
     * Plans an account once more, where rules that could not be asked before did not let its plan pass.
     *
     * @param more what they let pass
     */
    Planned again(Planned before, List<OrderBound> more) {
        RebalanceProblem problem = before.problem().orElseThrow();
        AccountWorth worth = AccountWorth.of(problem.account(), problem.lots(), problem.prices());
        return planned(problem.within(problem.bounds().and(more)), worth, before.unweighed());
    }

    /** Where no plan keeps the bounds, such as of an account that must sell what may not be sold, the rules cut the best one. */
    private Planned planned(RebalanceProblem problem, AccountWorth worth, List<Verdict> unweighed) {
        TargetsWithin within = TargetsWithin.of(problem);
        Proposal proposal;
        try {
            proposal = lots.solve(within.problem());
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED || problem.bounds().isEmpty()) {
                throw refused;
            }
            return planned(problem.within(Bounds.NONE), worth, unweighed);
        }
        Account account = problem.account();
        TargetWeights target = worth.target(
                within.problem().target(),
                within.problem().kept(),
                problem.settings().cashBuffer());
        return new Planned(
                new AccountPlan(account, worth.value(), worth.weights(), target, proposal),
                unweighed,
                PlanVerdicts.of(account.id(), account.cash().currency(), within.bent()),
                Optional.of(problem));
    }

    /** The account as it is: nothing is traded, and what it holds is what it should hold. */
    private Planned left(Account account, AccountWorth worth, String method, Verdict why) {
        Money none = Money.zero(account.cash().currency());
        Proposal nothing = new Proposal(account.id(), List.of(), account.cash(), 0, 0, 0, none, "");
        double buffer = firm.settings().rebalance().cashBuffer();
        return new Planned(
                new AccountPlan(account, worth.value(), worth.weights(), worth.asHeld(method, buffer), nothing),
                List.of(why),
                List.of(),
                Optional.empty());
    }

    /** What the strategy wants of the instruments in the account's currency: nothing is converted. */
    private Wanted wanted(Mandate mandate, Tradable may) {
        StrategySettings strategy =
                Objects.requireNonNull(firm.settings().strategies().get(mandate.strategy()));
        Set<String> named = new HashSet<>(strategy.universe());
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<String> universe = new ArrayList<>();
        for (String symbol : new TreeSet<>(may.instruments().keySet())) {
            if (named.isEmpty() || named.contains(symbol)) {
                if (may.prices().containsKey(symbol)) {
                    universe.add(symbol);
                } else {
                    leftOut.put(symbol, "Expected a price, but there is none");
                }
            }
        }
        String method = strategy.method().kind().word();
        if (universe.isEmpty()) {
            return new Wanted(method, new TreeMap<>(), leftOut);
        }
        Weights weights = new StrategySettings(strategy.name(), strategy.method(), strategy.lookbackDays(), universe)
                .weigh(market.history());
        leftOut.putAll(weights.leftOut());
        return new Wanted(method, weights.weights(), leftOut);
    }

    private Tradable tradable(String currency) {
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        market.instruments().forEach((symbol, instrument) -> {
            if (instrument.currency().equals(currency)) {
                instruments.put(symbol, instrument);
                PriceHistory.Close close = market.closes().get(symbol);
                if (close != null) {
                    prices.put(symbol, close.price());
                }
            }
        });
        return new Tradable(Map.copyOf(instruments), Map.copyOf(prices));
    }

    /** Accounts of one strategy and currency want the same. */
    private record Mandate(String strategy, String currency) {}

    /**
     * What can be traded in one currency.
     *
     * @param prices last closes by symbol
     */
    private record Tradable(Map<String, Instrument> instruments, Map<String, BigDecimal> prices) {}

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
