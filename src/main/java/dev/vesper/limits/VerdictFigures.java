package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the checks of a day ended, for example 120 checked, 117 passed, 2 warned, 1 cut. */
public record VerdictFigures(int checked, Map<Outcome, Long> counts) {
    public VerdictFigures {
        counts = Map.copyOf(counts);
    }

    public static VerdictFigures of(List<Verdict> verdicts) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        verdicts.forEach(verdict -> counts.merge(verdict.outcome(), 1L, Long::sum));
        return new VerdictFigures(verdicts.size(), counts);
    }

    /** How many checks ended in an outcome. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** How many orders or accounts were cut or denied. */
    public long breached() {
        return count(Outcome.CUT) + count(Outcome.DENY);
    }

    /** Used over limit of one verdict, 1 is full; empty where it carries no such numbers. */
    public static Optional<Double> utilisation(Verdict verdict) {
        BigDecimal limit = verdict.numbers().get("limit");
        BigDecimal used = verdict.numbers().get("used");
        return limit == null || used == null || limit.signum() <= 0
                ? Optional.empty()
                : Optional.of(used.abs().doubleValue() / limit.doubleValue());
    }
}
