package dev.vesper.limits;

import java.util.Comparator;

/** Which verdicts a reader must see first. */
public final class VerdictRanking {
    /**
     * Denied before cut before warned; of one outcome what has no target first, then the fullest limit, and those that carry
     * no limit behind them.
     */
    public static final Comparator<Verdict> SEVEREST_FIRST = Comparator.comparing(Verdict::outcome)
            .thenComparing(verdict -> verdict.rule().equals(TargetVerdicts.RULE))
            .thenComparing(verdict -> VerdictFigures.utilisation(verdict).orElse(-1.0))
            .reversed();

    private VerdictRanking() {}
}
