package dev.vesper.books;

import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is left of a lot.
 *
 * @param units held, negative for a short lot, never zero
 * @param cost of all its units, fees of the purchase included, in currency units; negative for a short lot
 */
public record LotBalance(LotId id, BigDecimal units, BigDecimal cost, String currency) {
    /**
     * Cost of one unit, for files and people: the shortest number of two decimals or more from which the total follows
     * again. Three units for 10.00 cost 3.333333333 each, and three times that is 10.00 to the hundred millionth.
     */
    public BigDecimal unitCost() {
        Unit money = Unit.currency(currency);
        BigDecimal exact = Unit.plain(cost);
        int scale = 2;
        while (true) {
            BigDecimal each = exact.divide(units, scale, RoundingMode.HALF_EVEN);
            if (money.rounded(each.multiply(units)).compareTo(exact) == 0) {
                return Unit.plain(each);
            }
            scale++;
        }
    }

    /** The lot as the day knows it. */
    public TaxLot toTaxLot() {
        return new TaxLot(id.toString(), id.account(), id.symbol(), units, unitCost(), id.acquired(), id.heldSince());
    }

    /**
     * The cost of a part: of all units the whole cost, else its share, rounded as the books count money.
     *
     * @param part units, greater than zero, no more than there are
     * @return with the sign of the lot's cost
     */
    public BigDecimal costOf(BigDecimal part) {
        BigDecimal all = units.abs();
        return part.compareTo(all) == 0
                ? cost
                : Unit.plain(cost.multiply(part).divide(all, Unit.Kind.CURRENCY.decimals(), RoundingMode.HALF_EVEN));
    }
}
