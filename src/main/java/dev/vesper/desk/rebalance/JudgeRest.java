package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Judges what is left of a run's orders where people leave single ones out: by the rules that judged the run, and by cash. A
 * sale that is left out pays for nothing, and may be what kept an account within a limit.
 *
 * <p>Example: of a sale for 400 and a purchase for 480 with 100 of cash the sale is left out: the purchase would be cut.
 */
public final class JudgeRest {
    private final RebalanceStore store;
    private final Supplier<RunMarkets> markets;
    private final Supplier<RuleBook> rules;

    /**
     * Over what was decided.
     *
     * @param markets and rules are asked for only once something is left out
     */
    public JudgeRest(RebalanceStore store, Supplier<RunMarkets> markets, Supplier<RuleBook> rules) {
        this.store = store;
        this.markets = markets;
        this.rules = rules;
    }

    /**
     * What is said against the rest, in the order of the firm's accounts: what would cut an order or remove it, and what acts on
     * an account and did not before, or is further from its limit now. What acted before, whoever left out what, is no news.
     *
     * @param before ids of the orders that were left out already
     * @param now those and what is left out beside them
     */
    public List<Verdict> of(RunRecord run, Set<String> before, Set<String> now) {
        RunMarket market = markets.get().of(run);
        Firm firm = market.firm();
        List<ParentOrder> orders = store.orders(run.id()).orElse(List.of());
        Set<String> concerned = concerned(firm, orders, before, now);
        RuleBook judges = rules.get().of(run.id());
        OrdersJudged was = new OrdersJudged(run, market, store, judges, without(orders, before));
        OrdersJudged rest = new OrdersJudged(run, market, store, judges, without(orders, now));
        List<Verdict> against = new ArrayList<>();
        for (Account account : firm.accounts()) {
            if (concerned.contains(account.id())) {
                against.addAll(against(was.judged(account), rest.orders(account), rest.judged(account)));
            }
        }
        return against;
    }

    private static List<ParentOrder> without(List<ParentOrder> orders, Set<String> out) {
        return orders.stream().filter(order -> !out.contains(order.id())).toList();
    }

    /** The accounts of which something is left out now, with their households: those know of each other's trades. */
    private static Set<String> concerned(Firm firm, List<ParentOrder> orders, Set<String> before, Set<String> now) {
        Set<String> accounts = orders.stream()
                .filter(order -> now.contains(order.id()) && !before.contains(order.id()))
                .map(ParentOrder::account)
                .collect(Collectors.toSet());
        return HouseholdBooks.withHouseholds(firm, accounts);
    }

    private static List<Verdict> against(List<Verdict> before, List<ParentOrder> orders, List<Verdict> now) {
        Set<Verdict> acting = Decisions.apply(orders, now).changes().stream()
                .flatMap(change -> change.because().stream())
                .collect(Collectors.toSet());
        Map<List<String>, Verdict> then = new HashMap<>();
        before.stream().filter(verdict -> verdict.outcome().acts()).forEach(verdict -> then.put(key(verdict), verdict));
        return now.stream()
                .filter(verdict -> verdict.outcome().acts())
                .filter(verdict -> acting.contains(verdict)
                        || Optional.ofNullable(then.get(key(verdict)))
                                .filter(known -> over(known).compareTo(over(verdict)) >= 0)
                                .isEmpty())
                .toList();
    }

    private static List<String> key(Verdict verdict) {
        return List.of(verdict.rule().name(), verdict.account(), verdict.subject());
    }

    /** How far from its limit; 0 where it tells neither. */
    private static BigDecimal over(Verdict verdict) {
        return verdict.limit()
                .flatMap(
                        limit -> verdict.used().map(used -> used.subtract(limit).abs()))
                .orElse(BigDecimal.ZERO);
    }
}
