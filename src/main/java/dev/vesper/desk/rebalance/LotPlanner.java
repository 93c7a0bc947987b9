package dev.vesper.desk.rebalance;

import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import java.util.List;

/** Turns target weights into whole lots: the same problem and seed give the same proposal. */
public interface LotPlanner {
    Proposal solve(RebalanceProblem problem);

    /**
     * The trades that it would begin with, and of what it holds beside them the smallest sales: rules are asked about them
     * before it searches. None where it does not begin with any.
     */
    default List<ProposedTrade> first(RebalanceProblem problem) {
        return List.of();
    }
}
