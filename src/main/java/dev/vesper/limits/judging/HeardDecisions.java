package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decisions that were heard and are told to nobody yet: of a plan that may not be the last. */
public final class HeardDecisions implements DecisionSink {
    private final List<Consumer<DecisionSink>> heard = new ArrayList<>();

    @Override
    public void book(AccountBook book) {
        heard.add(sink -> sink.book(book));
    }

    @Override
    public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
        heard.add(sink -> sink.limit(table, measured, limit, said));
    }

    @Override
    public void compliance(Verdict said) {
        heard.add(sink -> sink.compliance(said));
    }

    /** Tells all of them, in the order in which they were heard. */
    public void tell(DecisionSink other) {
        heard.forEach(one -> one.accept(other));
    }
}
