package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.util.List;

/** In the style of SEC Rule 605 as amended in 2024: by month, symbol, type and size of the orders. */
final class Rule605 {
    private Rule605() {}

    static QualityReport of(Population population) {
        QualityLayout layout = new QualityLayout("605")
                .key("month", 0)
                .key("symbol", 1)
                .key("currency", 2)
                .key("order_type", 3)
                .key("notional", 4)
                .key("lot", 5)
                .sum("orders", Unit.COUNT, sums -> (long) sums.orders())
                .sum("shares", Unit.SHARES, OrderSums::shares)
                .sum("cancelled", Unit.SHARES, OrderSums::cancelled)
                .sum("rejected", Unit.SHARES, OrderSums::rejected)
                .sum("executed", Unit.SHARES, OrderSums::executed)
                .sum("mean_time_ms", Unit.MILLISECONDS, OrderSums::meanMillis)
                .sum("median_time_ms", Unit.MILLISECONDS, sums -> sums.percentileMillis(50))
                .sum("p99_time_ms", Unit.MILLISECONDS, sums -> sums.percentileMillis(99))
                .sum("average_price", Unit.PRICE, OrderSums::averagePrice)
                .notRecorded("effective_spread", Unit.PRICE)
                .notRecorded("effective_over_quoted", Unit.PERCENT)
                .notRecorded("realised_spread", Unit.PRICE)
                .notRecorded("price_improvement", Unit.PRICE);
        return new QualityReport(
                "rule-605",
                "Rule 605: execution quality by symbol, order type and size",
                "In the style of SEC Rule 605 (17 CFR 242.605) as amended in 2024, to be complied with from 2026-08-01; it binds market centres and brokers with 100,000 accounts, not advisers",
                List.of(
                        "An order is a child order as a venue received it; each has a limit, none is a market or a stop order.",
                        "Types: midpoint where the venue trades at the midpoint only, else limit; whether a limit was marketable is not recorded, because no quote is stored with an order.",
                        "Sizes: notional is quantity times limit in the currency of the row; the round lot follows Regulation NMS at the close the order was decided at. Compare the bands with the text of the rule before anything is filed.",
                        "Times are market time from sending to the fill, weighted by shares, in milliseconds; that is how finely the store knows them.",
                        "Effective spread, effective over quoted, realised spread and price improvement are not recorded: they need the best bid and offer when the order was received and later, and the store holds no quotes."),
                layout.columns(),
                layout.rows(QualityLayout.groups(population.orders(), Rule605::keys)));
    }

    private static List<String> keys(SentOrder order) {
        SizeBucket size = SizeBucket.of(order);
        return List.of(
                order.date().toString().substring(0, 7),
                order.order().symbol(),
                order.currency(),
                Boolean.TRUE.equals(order.midpoint()) ? "midpoint" : "limit",
                size.notional(),
                size.lot());
    }
}
