package dev.vesper.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When cash and units of a trade change hands. */
@FunctionalInterface
public interface SettlementDates {
    /** The day; null where it is not known, so that nobody settles the trade of himself. */
    @Nullable
    LocalDate of(String symbol, LocalDate traded);
}
