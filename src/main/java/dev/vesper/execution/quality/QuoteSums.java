package dev.vesper.execution.quality;

import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums over fills of orders that were received while a best quote is recorded, each weighted by its units. With s = +1 for a buy
 * and -1 for a sell, m the mid at receipt and m' the mid some time after the fill, a fill at p has the effective spread 2s(p - m)
 * and the realised spread 2s(p - m'); it improves on the quote by s(q - p), q the offer for a buy and the bid for a sell.
 */
final class QuoteSums {
    private static final int PLACES = 6;

    private BigDecimal shares = BigDecimal.ZERO;
    private BigDecimal effective = BigDecimal.ZERO;
    private BigDecimal quoted = BigDecimal.ZERO;
    private BigDecimal improved = BigDecimal.ZERO;
    private BigDecimal improvement = BigDecimal.ZERO;
    private BigDecimal atQuote = BigDecimal.ZERO;
    private BigDecimal outside = BigDecimal.ZERO;
    private BigDecimal seen = BigDecimal.ZERO;
    private BigDecimal near = BigDecimal.ZERO;
    private BigDecimal far = BigDecimal.ZERO;
    private int known;
    private int marketable;
    private final Map<Horizon, BigDecimal> realised = new EnumMap<>(Horizon.class);
    private final Map<Horizon, BigDecimal> realisedShares = new EnumMap<>(Horizon.class);

    private QuoteSums() {}

    static QuoteSums of(List<SentOrder> orders) {
        QuoteSums sums = new QuoteSums();
        orders.forEach(sums::add);
        return sums;
    }

    private void add(SentOrder order) {
        BestQuote receipt = order.receipt();
        if (receipt != null) {
            known++;
            marketable += Boolean.TRUE.equals(order.marketable()) ? 1 : 0;
        }
        for (KeyedFill one : order.fills()) {
            Fill fill = one.fill();
            if (receipt != null) {
                atReceipt(order, receipt, fill);
            }
            side(one);
            one.quotes().laterMids().forEach((horizon, mid) -> {
                BigDecimal spread = twice(fill, mid.add(mid));
                realised.merge(horizon, spread.multiply(fill.quantity()), BigDecimal::add);
                realisedShares.merge(horizon, fill.quantity(), BigDecimal::add);
            });
        }
    }

    private void atReceipt(SentOrder order, BestQuote receipt, Fill fill) {
        shares = shares.add(fill.quantity());
        effective = effective.add(twice(fill, receipt.twiceMid()).multiply(fill.quantity()));
        quoted = quoted.add(receipt.spread().multiply(fill.quantity()));
        if (Boolean.TRUE.equals(order.marketable())) {
            BigDecimal better = order.opposite(receipt)
                    .subtract(fill.price())
                    .multiply(BigDecimal.valueOf(fill.side().sign()));
            if (better.signum() > 0) {
                improved = improved.add(fill.quantity());
                improvement = improvement.add(better.multiply(fill.quantity()));
            } else if (better.signum() == 0) {
                atQuote = atQuote.add(fill.quantity());
            } else {
                outside = outside.add(fill.quantity());
            }
        }
    }

    /** Of the quote just before the fill: a buy at the bid is near, one at the offer far, and beyond likewise. */
    private void side(KeyedFill one) {
        BestQuote before = one.quotes().before();
        if (before == null) {
            return;
        }
        Fill fill = one.fill();
        seen = seen.add(fill.quantity());
        boolean buy = fill.side().sign() > 0;
        if (buy ? fill.price().compareTo(before.bid()) <= 0 : fill.price().compareTo(before.offer()) >= 0) {
            near = near.add(fill.quantity());
        } else if (buy
                ? fill.price().compareTo(before.offer()) >= 0
                : fill.price().compareTo(before.bid()) <= 0) {
            far = far.add(fill.quantity());
        }
    }

    private static BigDecimal twice(Fill fill, BigDecimal twiceMid) {
        return fill.price()
                .add(fill.price())
                .subtract(twiceMid)
                .multiply(BigDecimal.valueOf(fill.side().sign()));
    }

    /** Units filled of orders whose quote at receipt is recorded. */
    @Nullable
    Object shares() {
        return known == 0 ? null : shares;
    }

    @Nullable
    Object effective() {
        return average(effective, shares);
    }

    @Nullable
    Object effectiveOverQuoted() {
        return shares.signum() == 0 ? nothing() : QualityLayout.percent(effective, quoted);
    }

    @Nullable
    Object realised(Horizon horizon) {
        return average(
                realised.getOrDefault(horizon, BigDecimal.ZERO), realisedShares.getOrDefault(horizon, BigDecimal.ZERO));
    }

    /** Of marketable orders, as the next three; empty where none is, null where no quote is recorded. */
    @Nullable
    Object improved() {
        return ofMarketable(improved);
    }

    @Nullable
    Object improvement() {
        return known == 0 ? null : improved.signum() == 0 ? "" : average(improvement, improved);
    }

    @Nullable
    Object atQuote() {
        return ofMarketable(atQuote);
    }

    @Nullable
    Object outside() {
        return ofMarketable(outside);
    }

    private @Nullable Object ofMarketable(BigDecimal units) {
        return known == 0 ? null : marketable == 0 ? "" : units;
    }

    /** Orders whose quote at receipt is recorded. */
    int known() {
        return known;
    }

    /** Of those, in percent. */
    @Nullable
    Object marketablePercent() {
        return known == 0 ? null : QualityLayout.percent(BigDecimal.valueOf(marketable), BigDecimal.valueOf(known));
    }

    @Nullable
    Object notMarketablePercent() {
        return known == 0
                ? null
                : QualityLayout.percent(BigDecimal.valueOf((long) known - marketable), BigDecimal.valueOf(known));
    }

    /** Units of the fills whose quote just before them is recorded; null where none is, as the next two. */
    @Nullable
    Object seen() {
        return seen.signum() == 0 ? null : seen;
    }

    @Nullable
    Object near() {
        return seen.signum() == 0 ? null : near;
    }

    @Nullable
    Object far() {
        return seen.signum() == 0 ? null : far;
    }

    private @Nullable Object nothing() {
        return known == 0 ? null : "";
    }

    private @Nullable Object average(BigDecimal sum, BigDecimal units) {
        return units.signum() == 0 ? nothing() : sum.divide(units, PLACES, RoundingMode.HALF_EVEN);
    }
}
