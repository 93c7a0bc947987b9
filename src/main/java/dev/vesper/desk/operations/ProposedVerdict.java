package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one rule said of one order or account of a proposal; an instrument that was left out is said here too, by the rule
 * {@code target}.
 *
 * @param version of the rule's file
 * @param wouldPass what would pass, where something did not; empty where nothing would
 */
public record ProposedVerdict(
        Outcome outcome, String rule, String version, String account, String subject, String reason, String wouldPass) {
    private static ProposedVerdict of(Verdict verdict) {
        return new ProposedVerdict(
                verdict.outcome(),
                verdict.rule().name(),
                verdict.rule().version(),
                verdict.account(),
                verdict.subject(),
                verdict.reason(),
                verdict.remedy());
    }

    /** A part of a run's verdicts: what did not pass first, then what passed; no more than the part is held. */
    static List<ProposedVerdict> of(RebalanceStore decisions, RunId run, int from, int most) {
        List<ProposedVerdict> part = new ArrayList<>();
        int passed = take(decisions, run, from, most, verdict -> verdict.outcome() != Outcome.PASS, part);
        if (part.size() < most) {
            take(
                    decisions,
                    run,
                    Math.max(0, from - passed),
                    most - part.size(),
                    verdict -> verdict.outcome() == Outcome.PASS,
                    part);
        }
        return part;
    }

    /** Adds those from a place on, and answers how many there are in all. */
    private static int take(
            RebalanceStore decisions,
            RunId run,
            int from,
            int most,
            Predicate<Verdict> wanted,
            List<ProposedVerdict> part) {
        int[] at = {0};
        int last = from + most;
        decisions.eachVerdict(run, verdict -> {
            if (wanted.test(verdict)) {
                if (at[0] >= from && at[0] < last) {
                    part.add(of(verdict));
                }
                at[0]++;
            }
        });
        return at[0];
    }
}
