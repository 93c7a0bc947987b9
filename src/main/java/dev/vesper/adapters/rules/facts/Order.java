package dev.vesper.adapters.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One order as compliance sees it.
 *
 * @param buy whether it buys; else it sells
 * @param quantity units, greater than zero
 * @param price the decision price, in currency units
 * @param held units that the account holds and that no earlier order of the book sells already; zero or more
 * @param priceKnown whether the symbol has a dated price
 * @param priceDate the day of the last price; the business date where none is known
 * @param priceAge business days from that day to the business date
 */
public record Order(
        String id,
        String account,
        String symbol,
        boolean buy,
        BigDecimal quantity,
        BigDecimal lotSize,
        BigDecimal price,
        BigDecimal held,
        boolean shortAllowed,
        boolean priceKnown,
        LocalDate priceDate,
        int priceAge) {}
