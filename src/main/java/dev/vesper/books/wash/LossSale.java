package dev.vesper.books.wash;

import dev.vesper.books.HoldingPeriod;
import dev.vesper.books.LotId;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What was sold at a loss of one tax lot, for example 100 IBM that cost 1,000.00 sold on 2026-03-31 for 750.00.
 *
 * @param sale names the trade
 * @param lot that was sold, in whole or in part
 * @param sold the day of the trade
 * @param units sold of the lot, greater than zero
 * @param loss on all of them, greater than zero, on the basis after earlier wash sales
 * @param replaced units of them that are replaced already, zero to {@code units}
 * @param longTerm whether it was realised as long term
 */
public record LossSale(
        String sale,
        LotId lot,
        LocalDate sold,
        BigDecimal units,
        BigDecimal loss,
        BigDecimal replaced,
        boolean longTerm) {
    public LossSale {
        if (units.signum() <= 0 || loss.signum() <= 0 || replaced.signum() < 0 || replaced.compareTo(units) > 0) {
            throw new IllegalArgumentException(
                    "Expected units and a loss greater than zero, and no more replaced, but got " + units + ", " + loss
                            + " and " + replaced);
        }
    }

    /** Of which nothing is replaced yet. */
    public LossSale(String sale, LotId lot, LocalDate sold, BigDecimal units, BigDecimal loss) {
        this(sale, lot, sold, units, loss, BigDecimal.ZERO, HoldingPeriod.isLong(lot.heldSince(), sold));
    }

    /** Units that are not replaced yet. */
    public BigDecimal open() {
        return units.subtract(replaced);
    }

    /** The loss on the next units to be replaced: all parts together are the loss, to the last digit. */
    BigDecimal lossOnNext(BigDecimal next) {
        return share(replaced.add(next)).subtract(share(replaced));
    }

    /** The loss on the units that are not replaced yet. */
    public BigDecimal openLoss() {
        return lossOnNext(open());
    }

    /** The last day on which a purchase would still replace them. */
    public LocalDate until() {
        return sold.plusDays(WashSales.WINDOW_DAYS);
    }

    private BigDecimal share(BigDecimal of) {
        return loss.multiply(of).divide(units, Unit.Kind.CURRENCY.decimals(), RoundingMode.HALF_EVEN);
    }

    LossSale withReplaced(BigDecimal next) {
        return new LossSale(sale, lot, sold, units, loss, replaced.add(next), longTerm);
    }

    /** Days for which it was held, those that were carried over included: they go on to what replaces it. */
    int heldDays() {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(lot.heldSince(), sold)));
    }
}
