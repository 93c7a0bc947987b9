package dev.vesper.testing;

import dev.vesper.desk.approval.Exceptions;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.JudgeRest;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.Inputs;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.orders.ParentOrder;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is left of orders, judged by cash alone, at the prices of the {@link SmallFirm}. */
public final class JudgedRest {
    private JudgedRest() {}

    public static <S extends RebalanceStore & DataCheckStore> Exceptions over(S stored, Inputs inputs) {
        return over(stored, inputs, new CashAlone());
    }

    public static <S extends RebalanceStore & DataCheckStore> Exceptions over(S stored, Inputs inputs, RuleBook rules) {
        return new Exceptions(
                stored,
                new JudgeRest(
                        stored,
                        () -> new RunMarkets(
                                inputs,
                                stored,
                                MemoryLake.holding("s", SmallFirm.prices()),
                                (_, _, _, _, _) -> TradingDay.tape(7, 2)),
                        () -> rules));
    }

    /** No rule but that purchases need cash. */
    private static final class CashAlone implements RuleBook {
        @Override
        public List<Verdict> check(AccountBook book, DecisionSink told) {
            return List.of();
        }

        @Override
        public Bounds bounds(AccountBook book, Collection<String> symbols) {
            return Bounds.NONE;
        }

        @Override
        public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
            return List.of();
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>();
        }
    }
}
