package dev.vesper.execution.quality;

import java.math.BigDecimal;
import java.util.List;

/**
 * How large an order is: a band of its notional at the limit, and whether it is a fraction of a share, less than a round lot or
 * one. The round lot is that of Regulation NMS for the close the order was decided at: 100 shares up to 250.00, 40 up to
 * 1,000.00, 10 up to 10,000.00, 1 above; the rule takes the average close of a month.
 */
record SizeBucket(String notional, String lot) {
    /** Lower ends of the bands, in currency units; a list of its own, so that another text of the rule is one line. */
    private static final List<Integer> BANDS = List.of(0, 250, 1_000, 5_000, 10_000, 20_000, 50_000, 200_000);

    static SizeBucket of(SentOrder order) {
        BigDecimal quantity = order.order().quantity();
        String lot = quantity.compareTo(BigDecimal.ONE) < 0
                ? "fraction"
                : quantity.compareTo(roundLot(order.decisionPrice())) < 0 ? "odd lot" : "round lot";
        return new SizeBucket(band(order.notional()), lot);
    }

    private static String band(BigDecimal notional) {
        int at = BANDS.size() - 1;
        while (notional.compareTo(BigDecimal.valueOf(BANDS.get(at))) < 0) {
            at--;
        }
        // the number first, so that bands sort by size
        return (at + 1) + ": "
                + (at == BANDS.size() - 1
                        ? BANDS.get(at) + " and more"
                        : BANDS.get(at) + " to below " + BANDS.get(at + 1));
    }

    private static BigDecimal roundLot(BigDecimal price) {
        if (price.compareTo(BigDecimal.valueOf(250)) <= 0) {
            return BigDecimal.valueOf(100);
        }
        if (price.compareTo(BigDecimal.valueOf(1_000)) <= 0) {
            return BigDecimal.valueOf(40);
        }
        return price.compareTo(BigDecimal.valueOf(10_000)) <= 0 ? BigDecimal.TEN : BigDecimal.ONE;
    }
}
