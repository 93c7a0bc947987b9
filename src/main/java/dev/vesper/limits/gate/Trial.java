package dev.vesper.limits.gate;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a measure finds in an account that holds nothing and trades one unit of one instrument: the facts by which a table
 * finds the row for such an order, whatever else the account holds.
 */
final class Trial {
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private Trial() {}

    /**
     * What is measured where an account trades an instrument: nothing, one thing, or, where the instrument is in several groups,
     * more.
     *
     * @param valued whose value counts, and whose market; what it holds does not
     */
    static List<Measured> of(Measure measure, ValuedBook valued, String symbol, Side side) {
        AccountBook book = alone(valued.book(), symbol, side);
        return measure.of(new ValuedBook(book, Holdings.of(book), valued.value()));
    }

    private static AccountBook alone(AccountBook book, String symbol, Side side) {
        BigDecimal price = book.prices().getOrDefault(symbol, BigDecimal.ONE);
        ParentOrder order = new ParentOrder(
                "trial",
                book.account().id(),
                symbol,
                side,
                BigDecimal.ONE,
                BigDecimal.ONE,
                TICK,
                price,
                book.account().cash().currency(),
                SlicingStrategy.TWAP,
                List.of());
        return new AccountBook(
                        book.account(),
                        book.sessions(),
                        List.of(),
                        List.of(order),
                        only(book.instruments(), symbol),
                        only(book.prices(), symbol),
                        only(book.priceDates(), symbol),
                        only(book.averageDailyVolume(), symbol),
                        List.of(),
                        book.restricted(),
                        book.shortAllowed(),
                        List.of())
                .withLists(book.lists());
    }

    private static <V> Map<String, V> only(Map<String, V> all, String symbol) {
        return Optional.ofNullable(all.get(symbol)).map(v -> Map.of(symbol, v)).orElse(Map.of());
    }
}
