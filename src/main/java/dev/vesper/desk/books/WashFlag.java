package dev.vesper.desk.books;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A loss that does not count if the instrument is bought too soon. Example: of 100 IBM that ANNA sold on 2026-03-31 at a loss,
 * 40 are not replaced yet; whoever of her household buys IBM up to 2026-04-30 disallows the loss on as many.
 *
 * @param household that may not buy, by its name; empty where the account is by itself
 * @param account that sold
 * @param lot that was sold, in whole or in part
 * @param sale the trade that sold it
 * @param sold the day of the trade
 * @param units that are not replaced yet, greater than zero
 * @param loss on them, greater than zero
 * @param until the last day on which a purchase would replace them
 */
public record WashFlag(
        String household,
        String account,
        String symbol,
        String lot,
        String sale,
        LocalDate sold,
        BigDecimal units,
        BigDecimal loss,
        String currency,
        LocalDate until) {
    /** Among all flags of a book. */
    public String id() {
        return sale + " " + lot;
    }
}
