package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Measured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers by which row of its table each word was said. */
final class DecidingRows implements DecisionSink {
    private final Map<Verdict, Integer> rows = new HashMap<>();

    @Override
    public void book(AccountBook book) {
        // which book it is does not matter
    }

    @Override
    public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
        said.forEach(verdict -> rows.put(verdict, limit.row()));
    }

    @Override
    public void compliance(Verdict said) {
        // code has no rows
    }

    /** Counted from 1; 0 where none is known. */
    int of(Verdict said) {
        return rows.getOrDefault(said, 0);
    }
}
