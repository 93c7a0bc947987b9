package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In the style of SEC Rule 606(b)(3): what each venue did with not-held orders. */
final class Rule606b3 {
    private Rule606b3() {}

    static QualityReport of(Population population) {
        QualityLayout layout = new QualityLayout("606b3")
                .key("month", 0)
                .key("venue", 1)
                .key("currency", 2)
                .sum("orders_routed", Unit.COUNT, sums -> (long) sums.orders())
                .notRecorded("immediate_or_cancel", Unit.COUNT)
                .sum("shares_routed", Unit.SHARES, OrderSums::shares)
                .sum("mean_order", Unit.SHARES, OrderSums::meanOrder)
                .sum("executed", Unit.SHARES, OrderSums::executed)
                .sum("fill_rate", Unit.PERCENT, OrderSums::fillRate)
                .sum("fills", Unit.COUNT, sums -> (long) sums.fills().size())
                .sum("mean_fill", Unit.SHARES, OrderSums::meanFill)
                .sum("average_price", Unit.PRICE, OrderSums::averagePrice)
                .sum("mean_time_ms", Unit.MILLISECONDS, OrderSums::meanMillis)
                .sum("net_fees", Unit.MONEY, OrderSums::fees)
                .sum("net_fees_per_100_shares", Unit.PRICE, OrderSums::feesPerHundredShares)
                .column("at_midpoint", "at midpoint", Unit.SHARES, Rule606b3::atMidpoint)
                .quoted("quoted_shares", Unit.SHARES, QuoteSums::seen)
                .quoted("near_side", Unit.SHARES, QuoteSums::near)
                .quoted("far_side", Unit.SHARES, QuoteSums::far);
        return new QualityReport(
                "rule-606b3",
                "Rule 606(b)(3): what each venue did with the orders sent to it",
                "In the style of SEC Rule 606(b)(3) (17 CFR 242.606), in force: a customer may ask for six months of not-held orders",
                List.of(
                        "An order is a child order as a venue received it; all come from orders whose time and price the desk chooses.",
                        "Executed at the midpoint is known for a venue that trades at the midpoint only; near and far side are those of the quoted shares, for which the best quote just before the fill is recorded, that were filled at the own or the opposite side of it or beyond.",
                        "Immediate-or-cancel is not recorded as such: an order rests until the end of its slice.",
                        "Net fees: above 0 the venue was paid, below 0 it paid."),
                layout.columns(),
                layout.rows(QualityLayout.groups(
                        population.orders(),
                        order -> List.of(
                                order.date().toString().substring(0, 7),
                                order.order().venue(),
                                order.currency()))));
    }

    private static @Nullable Object atMidpoint(QualityLayout.Group group) {
        return group.orders().stream().allMatch(order -> Boolean.TRUE.equals(order.midpoint()))
                ? group.sums().executed()
                : null;
    }
}
