package dev.vesper.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Units of one instrument bought at one time, for example 300 IBM at 141.20 on 2017-05-02.
 *
 * @param id unique in the firm, for example {@code ACC1/IBM/2017-05-02/1}
 * @param quantity units held; negative for a short lot; may hold a fraction of a trading lot
 * @param cost price paid for each unit, in currency units
 * @param heldSince the day from which taxes count it as held: earlier than {@code acquired} where it replaces a wash sale
 */
public record TaxLot(
        String id,
        String account,
        String symbol,
        BigDecimal quantity,
        BigDecimal cost,
        LocalDate acquired,
        LocalDate heldSince) {
    /** A lot that is held since it was acquired. */
    public TaxLot(String id, String account, String symbol, BigDecimal quantity, BigDecimal cost, LocalDate acquired) {
        this(id, account, symbol, quantity, cost, acquired, acquired);
    }
}
