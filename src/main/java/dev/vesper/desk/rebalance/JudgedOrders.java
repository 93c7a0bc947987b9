package dev.vesper.desk.rebalance;

import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.util.List;

/**
 * What the rules and the cash left of an account's orders, and all they said.
 *
 * @param verdicts those that acted, round by round, then every word on the final book
 */
public record JudgedOrders(List<ParentOrder> orders, List<Verdict> verdicts) {
    public JudgedOrders {
        orders = List.copyOf(orders);
        verdicts = List.copyOf(verdicts);
    }
}
