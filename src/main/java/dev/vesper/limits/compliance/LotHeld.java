package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tax lot the account holds before it trades. A lot that is short is none.
 *
 * @param daysAgo calendar days from the day it was acquired to that on which it would be traded
 * @param quantity units, greater than zero
 */
public record LotHeld(String lotId, String symbol, LocalDate acquired, int daysAgo, BigDecimal quantity)
        implements ComplianceFact {

    static List<LotHeld> of(AccountBook book) {
        return book.lots().stream()
                .filter(lot -> lot.quantity().signum() > 0)
                .map(lot -> new LotHeld(
                        lot.id(),
                        lot.symbol(),
                        lot.acquired(),
                        DaysAgo.of(book, lot.symbol(), lot.acquired()),
                        lot.quantity()))
                .toList();
    }
}
