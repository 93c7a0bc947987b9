package dev.vesper.books.reconcile;

import dev.vesper.books.LotId;
import dev.vesper.books.Unit;
import java.math.BigDecimal;

/**
 * A lot, as the custodian says.
 *
 * @param id its number is the file's, or its place among the lots of its account, symbol and day
 * @param units negative for a short lot, never zero
 * @param unitCost as it was written: its decimals say how exact it is
 */
public record StatedLot(LotId id, BigDecimal units, BigDecimal unitCost) {
    private static final int FEWEST_DECIMALS = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What all units cost, as the books count money. */
    public BigDecimal cost(String currency) {
        return Unit.currency(currency).rounded(unitCost.multiply(units));
    }

    /** By how much the cost may differ because the unit cost was rounded when it was written: 200 at 50.10 by 1.00. */
    BigDecimal roundedAway() {
        return units.abs().multiply(HALF.movePointLeft(Math.max(FEWEST_DECIMALS, unitCost.scale())));
    }
}
