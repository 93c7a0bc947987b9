package dev.vesper.books.wash;

import dev.vesper.books.LotId;
import java.math.BigDecimal;

/**
 * A loss that does not count because its units were replaced. Example: 100 that cost 1,000.00 were sold for 750.00, and 100
 * bought for 800.00: 250.00 are disallowed, the new ones cost 1,050.00 and were held for as long as the old ones on top of
 * their own days.
 *
 * @param loss of which it is a part
 * @param replacement the lot, or the rest of it, of which units are taken
 * @param units that replace as many sold ones, greater than zero
 * @param disallowed loss on them, greater than zero
 * @param lostForGood whether no basis takes it: the replacement is in a retirement account
 */
public record WashSale(LossSale loss, LotId replacement, BigDecimal units, BigDecimal disallowed, boolean lostForGood) {
    /** Days that are carried over to the replacement. */
    public int carriedDays() {
        return lostForGood ? 0 : loss.heldDays();
    }
}
