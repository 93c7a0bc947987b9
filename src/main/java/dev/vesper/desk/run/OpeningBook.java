package dev.vesper.desk.run;

import dev.vesper.basics.Money;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day opens with where the books are kept by Vesper: the closing book of the day before.
 *
 * @param cash of each account that the books hold, on the traded basis
 * @param onItsWay how much of that cash is of sales whose money has not arrived, where any is
 * @param lots of those accounts, by account, symbol, day and number
 */
public record OpeningBook(SortedMap<String, Money> cash, SortedMap<String, BigDecimal> onItsWay, List<TaxLot> lots) {
    public OpeningBook {
        onItsWay = Collections.unmodifiableSortedMap(new TreeMap<>(onItsWay));
        cash = Collections.unmodifiableSortedMap(new TreeMap<>(cash));
        lots = List.copyOf(lots);
    }

    /** All of whose cash has arrived. */
    public OpeningBook(SortedMap<String, Money> cash, List<TaxLot> lots) {
        this(cash, new TreeMap<>(), lots);
    }

    /** How much of an account's cash is on its way. */
    public BigDecimal onItsWay(String account) {
        return onItsWay.getOrDefault(account, BigDecimal.ZERO);
    }
}
