package dev.vesper.desk.rebalance;

import dev.vesper.limits.Verdict;
import dev.vesper.rebalance.RebalanceProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One account as it was planned, and what its people must hear of that.
 *
 * @param unweighed why the account, or an instrument it holds, was left as it is
 * @param bent which rules kept the plan from what its strategy wanted
 * @param problem what was planned; empty where nothing could be
 */
record Planned(AccountPlan plan, List<Verdict> unweighed, List<Verdict> bent, Optional<RebalanceProblem> problem) {
    Planned {
        unweighed = List.copyOf(unweighed);
        bent = List.copyOf(bent);
    }

    List<Verdict> told() {
        List<Verdict> told = new ArrayList<>(unweighed);
        told.addAll(bent);
        return told;
    }
}
