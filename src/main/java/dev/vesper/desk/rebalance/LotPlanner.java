package dev.vesper.desk.rebalance;

import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceProblem;

/** Turns target weights into whole lots: the same problem and seed give the same proposal. */
public interface LotPlanner {
    Proposal solve(RebalanceProblem problem);
}
