package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.math.BigDecimal;
import java.util.List;

/** In the style of SEC Rule 606(a): where the orders of each month of a quarter went, and what the venues took or paid. */
final class Rule606a {
    private static final int MOST = 10;
    private static final double ALWAYS = 0.05;

    private Rule606a() {}

    static QualityReport of(Population population) {
        LargestVenues venues = LargestVenues.of(
                population.orders(),
                order -> List.of(quarter(order), order.date().toString().substring(0, 7), order.currency()),
                List::size,
                MOST,
                ALWAYS);
        QualityLayout layout = new QualityLayout("606a")
                .key("quarter", 0)
                .key("month", 1)
                .key("currency", 2)
                .key("venue", 3)
                .sum("orders", Unit.COUNT, sums -> (long) sums.orders())
                .column("orders_percent", "of all orders", Unit.PERCENT, venues::ordersPercent)
                .column("market_percent", "market", Unit.PERCENT, group -> BigDecimal.ZERO.setScale(2))
                .quoted("quoted_orders", Unit.COUNT, sums -> (long) sums.known())
                .quoted("marketable_limit_percent", Unit.PERCENT, QuoteSums::marketablePercent)
                .quoted("non_marketable_limit_percent", Unit.PERCENT, QuoteSums::notMarketablePercent)
                .column("other_percent", "other", Unit.PERCENT, group -> BigDecimal.ZERO.setScale(2))
                .sum("executed", Unit.SHARES, OrderSums::executed)
                .sum("net_fees", Unit.MONEY, OrderSums::fees)
                .sum("net_fees_per_100_shares", Unit.PRICE, OrderSums::feesPerHundredShares);
        return new QualityReport(
                "rule-606a",
                "Rule 606(a): where orders were routed, by quarter and month",
                "In the style of SEC Rule 606(a) (17 CFR 242.606), in force; it asks broker-dealers for S&P 500 and other stocks apart",
                List.of(
                        "Months are those of the session an order was worked in. The ten venues with most orders are named, and any with more than 5 %; the rest are one row.",
                        "No order is a market order: each has a limit. Marketable (the limit at the opposite best quote or beyond it when the order was received) and non-marketable are percent of the quoted orders, those for which that quote is recorded; not recorded where there are none.",
                        "Which instrument is in the S&P 500 is not recorded: the firm's files name no index members.",
                        "Net fees: above 0 the venue was paid, below 0 it paid."),
                layout.columns(),
                layout.rows(venues.groups()));
    }

    private static String quarter(SentOrder order) {
        return order.date().getYear() + "-Q" + (order.date().getMonthValue() + 2) / 3;
    }
}
