package dev.vesper.desk.run;

import dev.vesper.basics.Money;
import dev.vesper.portfolio.TaxLot;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day opens with where the books are kept by Vesper: the closing book of the day before.
 *
 * @param cash of each account that the books hold, on the traded basis
 * @param lots of those accounts, by account, symbol, day and number
 */
public record OpeningBook(SortedMap<String, Money> cash, List<TaxLot> lots) {
    public OpeningBook {
        cash = Collections.unmodifiableSortedMap(new TreeMap<>(cash));
        lots = List.copyOf(lots);
    }
}
