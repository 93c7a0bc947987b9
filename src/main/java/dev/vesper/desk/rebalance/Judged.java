package dev.vesper.desk.rebalance;

import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.util.List;

/**
 * What the rules said of one account's orders.
 *
 * @param asked what was proposed
 * @param orders what they left of it
 * @param verdicts those that acted, and those on what is left
 */
record Judged(List<ParentOrder> asked, List<ParentOrder> orders, List<Verdict> verdicts) {}
