package dev.vesper.testing;

import dev.vesper.desk.rebalance.RuleBook;
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

/** A firm without rules. */
public final class NoRules implements RuleBook {
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
