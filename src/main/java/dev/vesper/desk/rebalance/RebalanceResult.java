package dev.vesper.desk.rebalance;

import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.util.List;

/**
 * What the rebalance stage decided, of all accounts or of some.
 *
 * @param orders what goes to approval, after hard limits removed or cut
 * @param verdicts every rule's word on every order and account, in a stable order
 */
public record RebalanceResult(List<AccountPlan> plans, List<ParentOrder> orders, List<Verdict> verdicts) {
    public RebalanceResult {
        plans = List.copyOf(plans);
        orders = List.copyOf(orders);
        verdicts = List.copyOf(verdicts);
    }
}
