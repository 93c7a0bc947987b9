package dev.vesper.books.reconcile;

import dev.vesper.books.EntryId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A trade or a dividend whose cash and units change hands on a day of their own.
 *
 * @param source what made its entry
 * @param symbol empty for a dividend
 * @param units bought positive; zero for a dividend
 * @param cash received positive
 * @param settles null where the books do not tell
 */
record OpenItem(
        EntryId id,
        String source,
        String symbol,
        BigDecimal units,
        BigDecimal cash,
        @Nullable LocalDate settles) {}
