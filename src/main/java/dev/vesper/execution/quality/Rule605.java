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
                .quoted("quoted_shares", Unit.SHARES, QuoteSums::shares)
                .quoted("effective_spread", "effective", Unit.PRICE, QuoteSums::effective)
                .quoted("effective_over_quoted", "E/Q", Unit.PERCENT, QuoteSums::effectiveOverQuoted);
        for (Horizon horizon : Horizon.values()) {
            layout.quoted(
                    "realised_spread_" + horizon.word(),
                    "real. " + horizon.word(),
                    Unit.PRICE,
                    sums -> sums.realised(horizon));
        }
        layout.quoted("improved_shares", "improved", Unit.SHARES, QuoteSums::improved)
                .quoted("price_improvement", "by", Unit.PRICE, QuoteSums::improvement)
                .quoted("at_quote_shares", "at quote", Unit.SHARES, QuoteSums::atQuote)
                .quoted("outside_quote_shares", "outside", Unit.SHARES, QuoteSums::outside);
        return new QualityReport(
                "rule-605",
                "Rule 605: execution quality by symbol, order type and size",
                "In the style of SEC Rule 605 (17 CFR 242.605) as amended in 2024, to be complied with from 2026-08-01; it binds market centres and brokers with 100,000 accounts, not advisers",
                List.of(
                        "An order is a child order as a venue received it; each has a limit, none is a market or a stop order.",
                        "Types: midpoint where the venue trades at the midpoint only; marketable where the limit was at the opposite best quote or beyond it when the order was received, not marketable where it was not; limit where no quote is recorded.",
                        "Sizes: notional is quantity times limit in the currency of the row; the round lot follows Regulation NMS at the close the order was decided at. Compare the bands with the text of the rule before anything is filed.",
                        "Times are market time from sending to the fill, weighted by shares, in milliseconds; that is how finely the store knows them.",
                        "Quoted shares are those filled of orders for which the best bid and offer just before receipt are recorded, open and neither locked nor crossed; spreads and price improvement are of them alone, weighted by shares, and not recorded where there are none.",
                        "Effective spread: twice the distance of the fill from the mid at receipt; over quoted: that over the spread quoted at receipt. Realised spread: twice the distance from the mid so much after the fill, of the fills that have one before the close.",
                        "Price improvement is of marketable orders: shares filled better than the opposite quote at receipt, and by how much a share, above 0 where the order gained; then those at that quote and those outside."),
                layout.columns(),
                layout.rows(QualityLayout.groups(population.orders(), Rule605::keys)));
    }

    private static String type(SentOrder order) {
        if (Boolean.TRUE.equals(order.midpoint())) {
            return "midpoint";
        }
        Boolean marketable = order.marketable();
        return marketable == null ? "limit" : marketable ? "marketable limit" : "non-marketable limit";
    }

    private static List<String> keys(SentOrder order) {
        SizeBucket size = SizeBucket.of(order);
        return List.of(
                order.date().toString().substring(0, 7),
                order.order().symbol(),
                order.currency(),
                type(order),
                size.notional(),
                size.lot());
    }
}
