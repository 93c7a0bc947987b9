package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.limits.judging.CashLimit;
import java.util.HashMap;
import java.util.Map;

/**
 * The limit of which an order uses most, for example 0.83 of {@code share-of-daily-volume}.
 *
 * @param share used by the limit; 1 is all of it
 */
record LimitUsed(String rule, double share) {
    static final LimitUsed NONE = new LimitUsed("", 0);

    /** Of each order that a limit was asked about, by its id; the verdicts are not held. */
    static Map<String, LimitUsed> of(RebalanceStore decisions, RunId run) {
        Map<String, LimitUsed> fullest = new HashMap<>();
        decisions.eachVerdict(run, verdict -> {
            double share = share(verdict);
            if (share > 0) {
                fullest.merge(
                        verdict.subject(),
                        new LimitUsed(verdict.rule().name(), share),
                        (one, other) -> one.share >= other.share ? one : other);
            }
        });
        return fullest;
    }

    private static double share(Verdict verdict) {
        return verdict.rule().equals(CashLimit.RULE)
                ? 0
                : VerdictFigures.utilisation(verdict).orElse(0.0);
    }
}
