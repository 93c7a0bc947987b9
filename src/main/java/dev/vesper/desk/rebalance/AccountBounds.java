package dev.vesper.desk.rebalance;

import dev.vesper.basics.Problem;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.rebalance.TargetsWithin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the rules would allow of an account, asked before it is planned: every limit table, compliance about a purchase of a lot
 * of every instrument, and compliance about the trades that the planner would begin with, until it lets them pass. May serve
 * threads.
 */
final class AccountBounds {
    /** Each round of asking takes a name away; more have never been needed, and the rules judge the plan in any case. */
    private static final int ROUNDS = 8;

    private final RuleBook rules;
    private final JudgedBooks books;
    private final PlannedOrders orders;
    private final LotPlanner planner;
    private final Function<Account, HouseholdBooks.Around> around;

    /** @param around what an account traded in the last weeks, and the others of its household, before this day */
    AccountBounds(
            RuleBook rules,
            JudgedBooks books,
            PlannedOrders orders,
            LotPlanner planner,
            Function<Account, HouseholdBooks.Around> around) {
        this.rules = rules;
        this.books = books;
        this.orders = orders;
        this.planner = planner;
        this.around = around;
    }

    /** The same account within what the rules allow. */
    RebalanceProblem within(RebalanceProblem problem) {
        Account account = problem.account();
        HouseholdBooks.Around known = around.apply(account);
        AccountBook book = books.book(account, problem.lots(), List.of(), known.own(), known.others());
        Set<String> symbols = symbols(problem);
        Bounds bounds =
                rules.bounds(book, symbols).and(rules.refused(book, orders.of(account.id(), lots(problem, symbols))));
        for (int round = 0; round < ROUNDS; round++) {
            List<OrderBound> more = refused(problem.within(bounds), book);
            if (more.isEmpty()) {
                break;
            }
            bounds = bounds.and(more);
        }
        return problem.within(bounds);
    }

    /** What compliance refuses of the first plan that keeps within the bounds. */
    private List<OrderBound> refused(RebalanceProblem problem, AccountBook book) {
        List<ProposedTrade> first;
        try {
            first = planner.first(TargetsWithin.of(problem).problem());
        } catch (Problem unplanned) {
            return List.of(); // who plans it says why
        }
        List<ParentOrder> trials = orders.of(problem.account().id(), first);
        Map<String, BigDecimal> asked = trials.stream()
                .collect(Collectors.toMap(order -> order.side() + order.symbol(), ParentOrder::quantity));
        return rules.refused(book, trials).stream()
                .filter(bound ->
                        bound.units().compareTo(asked.getOrDefault(bound.side() + bound.symbol(), BigDecimal.ZERO)) < 0)
                .toList();
    }

    /** What is held or weighed, and priced, and not kept in any case. */
    private static Set<String> symbols(RebalanceProblem problem) {
        Set<String> symbols = new TreeSet<>(problem.target().weights().keySet());
        problem.lots().stream().map(TaxLot::symbol).forEach(symbols::add);
        symbols.retainAll(problem.prices().keySet());
        symbols.removeAll(problem.kept());
        return symbols;
    }

    private static List<ProposedTrade> lots(RebalanceProblem problem, Set<String> symbols) {
        return symbols.stream()
                .map(symbol -> {
                    Instrument instrument =
                            Objects.requireNonNull(problem.instruments().get(symbol));
                    return new ProposedTrade(
                            symbol,
                            Side.BUY,
                            instrument.lotSize(),
                            Objects.requireNonNull(problem.prices().get(symbol)),
                            List.of());
                })
                .toList();
    }
}
