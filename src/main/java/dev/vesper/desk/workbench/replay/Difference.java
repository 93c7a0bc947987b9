package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing that would have been otherwise.
 *
 * @param rule that makes the difference
 * @param subject what it speaks of: an order's id, {@code ACC1}, {@code ACC1/Energy}
 * @param sector of the order or the subject; empty where it has none
 * @param order as it was planned; empty where the word is not on one order
 * @param before units that went on, on the day; zero where there is no order
 * @param after units that would have gone on
 * @param money what the units between are worth at the price of the decision; of a warning, the whole order; nothing where
 *     there is no order
 * @param was what the rule said on the day; empty where it said nothing
 * @param now what it would have said; empty where it would have said nothing
 */
public record Difference(
        RunId run,
        String account,
        String strategy,
        String sector,
        ChangeKind kind,
        String rule,
        String subject,
        Optional<ParentOrder> order,
        BigDecimal before,
        BigDecimal after,
        Money money,
        Optional<Word> was,
        Optional<Word> now) {
    /** The symbol of the order, or nothing. */
    public String symbol() {
        return order.map(ParentOrder::symbol).orElse("");
    }
}
