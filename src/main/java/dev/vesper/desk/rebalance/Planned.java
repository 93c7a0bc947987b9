package dev.vesper.desk.rebalance;

import dev.vesper.limits.Verdict;
import java.util.List;

/**
 * One account as it was planned, and what its people must hear of that.
 *
 * @param told why the account, or an instrument it holds, was left as it is
 */
record Planned(AccountPlan plan, List<Verdict> told) {
    Planned {
        told = List.copyOf(told);
    }
}
