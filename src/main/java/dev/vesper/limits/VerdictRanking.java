package dev.vesper.limits;

import java.util.Comparator;

/** Which verdicts a reader must see first. */
public final class VerdictRanking {
    /**
     * Denied before cut before warned; of one outcome the fullest limit first, and those that carry no limit behind them.
     */
    public static final Comparator<Verdict> SEVEREST_FIRST = Comparator.comparing(Verdict::outcome)
            .thenComparing(verdict -> VerdictFigures.utilisation(verdict).orElse(-1.0))
            .reversed();

    private VerdictRanking() {}
}
