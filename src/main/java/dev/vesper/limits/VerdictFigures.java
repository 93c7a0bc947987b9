package dev.vesper.limits;

import dev.vesper.basics.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the checks of a day ended, for example 120 checked, 117 passed, 2 warned, 1 cut; and those of them that a reader must
 * see. What passed is counted, not kept.
 *
 * @param fullest what fills each limit most, the fullest first
 * @param told what was warned, cut or denied, in its own order
 */
public record VerdictFigures(int checked, Map<Outcome, Long> counts, List<FullestSubject> fullest, List<Verdict> told) {
    public VerdictFigures {
        counts = Map.copyOf(counts);
        fullest = List.copyOf(fullest);
        told = List.copyOf(told);
    }

    /** Goes through all verdicts once. */
    public static VerdictFigures of(Rows<Verdict> verdicts) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        FullestSubjects fullest = new FullestSubjects();
        List<Verdict> told = new ArrayList<>();
        verdicts.each(verdict -> {
            counts.merge(verdict.outcome(), 1L, Long::sum);
            fullest.add(verdict);
            if (verdict.outcome() != Outcome.PASS) {
                told.add(verdict);
            }
        });
        long checked = counts.values().stream().mapToLong(Long::longValue).sum();
        return new VerdictFigures(Math.toIntExact(checked), counts, fullest.fullestFirst(), told);
    }

    /** How many checks ended in an outcome. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** How many orders or accounts were cut or denied. */
    public long breached() {
        return count(Outcome.CUT) + count(Outcome.DENY);
    }

    /** Used over limit of one verdict, 1 is full; empty where it carries no such numbers. See {@link Utilisation}. */
    public static Optional<Double> utilisation(Verdict verdict) {
        return verdict.limit()
                .filter(limit -> limit.signum() > 0)
                .flatMap(limit -> verdict.used().map(used -> Utilisation.of(verdict.bound(), used, limit)));
    }
}
