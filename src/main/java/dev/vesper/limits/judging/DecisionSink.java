package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.Measured;
import java.util.List;

/**
 * Is told of every decision while books are judged, in the order of asking. What acts is judged again on what it left, so
 * one subject may be decided several times.
 */
public interface DecisionSink {
    /** Nobody listens. */
    DecisionSink NONE = new DecisionSink() {
        @Override
        public void book(AccountBook book) {}

        @Override
        public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {}

        @Override
        public void compliance(Verdict said) {}
    };

    /** What follows judges this book: another round where it is of the same account. */
    void book(AccountBook book);

    /**
     * A table was asked.
     *
     * @param limit what its row allows
     * @param said what follows, the word on the subject first; empty where nobody can say how much is used
     */
    void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said);

    /** A compliance rule spoke. */
    void compliance(Verdict said);
}
