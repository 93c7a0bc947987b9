package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.util.Comparator;
import java.util.List;

/** In the style of RTS 27: prices, costs and speed by venue, instrument and day. */
final class Rts27 {
    private Rts27() {}

    static QualityReport of(Population population) {
        QualityLayout layout = new QualityLayout("rts27")
                .key("date", 0)
                .key("venue", 1)
                .key("symbol", 2)
                .key("currency", 3)
                .sum("orders", Unit.COUNT, sums -> (long) sums.orders())
                .sum("shares", Unit.SHARES, OrderSums::shares)
                .sum("cancelled", Unit.SHARES, OrderSums::cancelled)
                .sum("transactions", Unit.COUNT, sums -> (long) sums.fills().size())
                .sum("executed", Unit.SHARES, OrderSums::executed)
                .sum("value", Unit.MONEY, OrderSums::notional)
                .sum("simple_average_price", Unit.PRICE, OrderSums::simpleAveragePrice)
                .sum("average_price", Unit.PRICE, OrderSums::averagePrice)
                .sum("highest", Unit.PRICE, sums -> sums.price(Comparator.reverseOrder()))
                .sum("lowest", Unit.PRICE, sums -> sums.price(Comparator.naturalOrder()))
                .sum("net_fees", Unit.MONEY, OrderSums::fees)
                .sum("fill_rate", Unit.PERCENT, OrderSums::fillRate)
                .sum("mean_time_ms", Unit.MILLISECONDS, OrderSums::meanMillis)
                .notRecorded("best_bid", Unit.PRICE)
                .notRecorded("best_offer", Unit.PRICE);
        return new QualityReport(
                "rts-27",
                "RTS 27: price, cost and speed by venue, instrument and day",
                "In the style of RTS 27 (Delegated Regulation (EU) 2017/575). THE DUTY HAS ENDED: ESMA deprioritised it on 2022-12-14 and the review of MiFID II removed it; a layout clients still ask for. It bound venues; here are our own orders at each",
                List.of(
                        "Days are those of the session an order was worked in.",
                        "Best bid and offer are not recorded: they are those of the venue's own book at fixed times.",
                        "Net fees: above 0 the venue was paid, below 0 it paid."),
                layout.columns(),
                layout.rows(QualityLayout.groups(
                        population.orders(),
                        order -> List.of(
                                order.date().toString(),
                                order.order().venue(),
                                order.order().symbol(),
                                order.currency()))));
    }
}
