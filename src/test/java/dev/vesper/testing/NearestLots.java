package dev.vesper.testing;

import dev.vesper.basics.Money;
import dev.vesper.desk.rebalance.LotPlanner;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A planner that rounds every target down to whole lots and sells the oldest tax lots first: no search, no seed. */
public final class NearestLots implements LotPlanner {
    /** Of weights, which are doubles: a target of 100 units is not 99.999999. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    /** The problems it was given, in their order. */
    public final List<RebalanceProblem> asked = new ArrayList<>();

    @Override
    public Proposal solve(RebalanceProblem problem) {
        asked.add(problem);
        BigDecimal value = problem.account().cash().amount();
        for (TaxLot lot : problem.lots()) {
            value = value.add(lot.quantity().multiply(problem.prices().getOrDefault(lot.symbol(), BigDecimal.ZERO)));
        }
        BigDecimal invested =
                value.multiply(BigDecimal.valueOf(1 - problem.settings().cashBuffer()));
        List<ProposedTrade> trades = new ArrayList<>();
        TreeSet<String> symbols = new TreeSet<>(problem.prices().keySet());
        symbols.removeAll(problem.kept());
        for (String symbol : symbols) {
            BigDecimal lotSize = problem.instruments().get(symbol).lotSize();
            BigDecimal price = problem.prices().get(symbol);
            BigDecimal wanted = invested.multiply(
                            BigDecimal.valueOf(problem.target().weights().getOrDefault(symbol, 0.0)))
                    .add(ROUNDING)
                    .divide(price.multiply(lotSize), 0, RoundingMode.DOWN)
                    .multiply(lotSize);
            BigDecimal change = wanted.subtract(held(problem, symbol));
            if (change.signum() != 0) {
                boolean buys = change.signum() > 0;
                trades.add(new ProposedTrade(
                        symbol,
                        buys ? Side.BUY : Side.SELL,
                        change.abs(),
                        price,
                        buys ? List.of() : oldest(problem, symbol, change.abs())));
            }
        }
        Money cash = problem.account().cash();
        return new Proposal(problem.account().id(), trades, cash, 0, 0, 0, Money.zero(cash.currency()), "");
    }

    private static BigDecimal held(RebalanceProblem problem, String symbol) {
        return problem.lots().stream()
                .filter(lot -> lot.symbol().equals(symbol))
                .map(TaxLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<LotChoice> oldest(RebalanceProblem problem, String symbol, BigDecimal quantity) {
        List<LotChoice> chosen = new ArrayList<>();
        BigDecimal left = quantity;
        for (TaxLot lot : problem.lots()) {
            BigDecimal taken = lot.symbol().equals(symbol) ? left.min(lot.quantity()) : BigDecimal.ZERO;
            if (taken.signum() > 0) {
                chosen.add(new LotChoice(lot.id(), taken));
                left = left.subtract(taken);
            }
        }
        return chosen;
    }
}
