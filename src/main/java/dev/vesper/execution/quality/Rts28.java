package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.math.BigDecimal;
import java.util.List;

/** In the style of RTS 28: the five venues that traded most of each class of instrument. */
final class Rts28 {
    private static final int MOST = 5;

    private Rts28() {}

    static QualityReport of(Population population) {
        LargestVenues venues = LargestVenues.of(
                population.orders(),
                order -> {
                    String known = order.assetClass();
                    return List.of(known == null ? "not recorded" : known, order.currency());
                },
                orders -> OrderSums.of(orders).notional().doubleValue(),
                MOST,
                1);
        QualityLayout layout = new QualityLayout("rts28")
                .key("class", 0)
                .key("currency", 1)
                .key("venue", 2)
                .sum("volume", Unit.MONEY, OrderSums::notional)
                .column("volume_percent", "of volume", Unit.PERCENT, venues::volumePercent)
                .sum("orders", Unit.COUNT, sums -> (long) sums.orders())
                .column("orders_percent", "of orders", Unit.PERCENT, venues::ordersPercent)
                .notRecorded("passive_percent", Unit.PERCENT)
                .notRecorded("aggressive_percent", Unit.PERCENT)
                .column("directed_percent", "directed", Unit.PERCENT, group -> BigDecimal.ZERO.setScale(2));
        return new QualityReport(
                "rts-28",
                "RTS 28: the five largest venues by class of instrument",
                "In the style of RTS 28 (Delegated Regulation (EU) 2017/576). THE DUTY HAS ENDED: ESMA deprioritised it on 2024-02-13 and the review of MiFID II removed it (transposed by 2025-09-29); a layout clients still ask for",
                List.of(
                        "Classes are those of the firm's instruments when each run was opened. Volume is filled notional. The rest of the venues are one row.",
                        "Passive and aggressive are not recorded: venues do not tell which side took.",
                        "No order is directed: no client chooses the venue.",
                        "The living duty is an order execution policy that is kept and monitored."),
                layout.columns(),
                layout.rows(venues.groups()));
    }
}
