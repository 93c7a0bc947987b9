package dev.vesper.books.reconcile;

import dev.vesper.books.Unit;
import java.math.BigDecimal;

/**
 * A trade or a dividend that explains a difference.
 *
 * @param source what made its entry, for example the order {@code 2018-04-11-001-0007}
 * @param settles the day on which it settles, as YYYY-MM-DD; empty where the books do not tell
 * @param units that it moves, bought positive
 * @param cash that it moves, received positive
 */
public record Cause(String source, String settles, BigDecimal units, BigDecimal cash) {
    public Cause {
        units = Unit.plain(units);
        cash = Unit.plain(cash);
    }

    static Cause of(OpenItem item) {
        return new Cause(
                item.source(), item.settles() == null ? "" : item.settles().toString(), item.units(), item.cash());
    }

    @Override
    public String toString() {
        return source + (settles.isEmpty() ? "" : " (settles " + settles + ")");
    }
}
