package dev.vesper.books;

import dev.vesper.basics.Money;
import dev.vesper.orders.Fill;
import dev.vesper.orders.FillAllocator;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a day realised of one tax lot, for example 300 IBM of 2017-05-02 that cost 42,360.00 and brought 45,000.00 less 9.00
 * of fees: a gain of 2,631.00, long term.
 *
 * @param lot as it was in the morning
 * @param quantity units closed, greater than zero
 * @param cost of those units, to the cent
 * @param proceeds what they brought at fill prices, less their share of the order's fees, to the cent
 * @param gain proceeds less cost; of a short lot, what it had brought less what closing it took
 * @param disallowed how much of a loss does not count because its units were replaced (a wash sale, code W of US form 8949);
 *     zero where nothing was
 * @param longTerm whether it was held for more than a year, by the calendar; a short lot never is
 */
public record LotGain(
        TaxLot lot,
        BigDecimal quantity,
        BigDecimal cost,
        BigDecimal proceeds,
        BigDecimal gain,
        BigDecimal disallowed,
        boolean longTerm) {
    /** The largest gain or loss first. */
    public static final Comparator<LotGain> LARGEST_FIRST =
            Comparator.comparing((LotGain one) -> one.gain().abs()).reversed();

    /**
     * One for each lot that was closed in whole or in part, in the order in which they were.
     *
     * @param realised what the fills closed
     * @param before the lots of the morning
     * @param fills of the day: their fees are shared out by units
     * @param disallowed of the day's losses, by lot
     * @param business the day of trades whose fills carry none; a lot is held until the day of its trade
     */
    public static List<LotGain> of(
            List<FillAllocator.Realised> realised,
            List<TaxLot> before,
            List<Fill> fills,
            Map<String, BigDecimal> disallowed,
            LocalDate business) {
        Map<String, TaxLot> lots = new HashMap<>();
        before.forEach(lot -> lots.put(lot.id(), lot));
        Map<String, BigDecimal> fees = new HashMap<>();
        Map<String, BigDecimal> units = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        for (Fill fill : fills) {
            fees.merge(fill.parentId(), fill.fee(), BigDecimal::add);
            units.merge(fill.parentId(), fill.quantity(), BigDecimal::add);
            days.putIfAbsent(fill.parentId(), fill.dateOr(business)); // an order is worked in one session
        }
        return realised.stream()
                .filter(one -> lots.containsKey(one.lotId()))
                .map(one -> of(
                        one,
                        Objects.requireNonNull(lots.get(one.lotId())),
                        fees.getOrDefault(one.parentId(), BigDecimal.ZERO)
                                .multiply(one.quantity())
                                .divide(units.getOrDefault(one.parentId(), BigDecimal.ONE), MathContext.DECIMAL64),
                        disallowed.getOrDefault(one.lotId(), BigDecimal.ZERO),
                        days.getOrDefault(one.parentId(), business)))
                .toList();
    }

    private static LotGain of(
            FillAllocator.Realised one, TaxLot lot, BigDecimal fee, BigDecimal disallowed, LocalDate sold) {
        boolean wasLong = lot.quantity().signum() > 0;
        BigDecimal value = one.price().multiply(one.quantity());
        BigDecimal opened = lot.cost().multiply(one.quantity());
        BigDecimal cost = Money.cents(wasLong ? opened : value.add(fee));
        BigDecimal proceeds = Money.cents(wasLong ? value.subtract(fee) : opened);
        return new LotGain(
                lot,
                one.quantity(),
                cost,
                proceeds,
                proceeds.subtract(cost),
                Money.cents(disallowed),
                wasLong && HoldingPeriod.isLong(lot.heldSince(), sold));
    }
}
