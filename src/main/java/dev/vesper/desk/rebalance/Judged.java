package dev.vesper.desk.rebalance;

import dev.vesper.limits.judging.HeardDecisions;
import dev.vesper.orders.ParentOrder;
import java.util.List;

/**
 * What the rules said of one plan of an account.
 *
 * @param asked the orders as they were planned
 * @param left what they left of them, and what they said
 * @param heard each decision, to be told where the plan is the last
 */
record Judged(List<ParentOrder> asked, JudgedOrders left, HeardDecisions heard) {}
