package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One order as compliance sees it.
 *
 * @param buy whether it buys; else it sells
 * @param quantity units, greater than zero
 * @param price the decision price, in currency units
 * @param currency of the price
 * @param held units that the account holds and that no earlier order of the book sells already; zero or more
 * @param priceKnown whether the symbol has a dated price
 * @param priceDate the day of the last price; the business date where none is known
 * @param priceAge sessions of its calendar after that day, up to the business date
 */
public record Order(
        String id,
        String account,
        String symbol,
        boolean buy,
        BigDecimal quantity,
        BigDecimal lotSize,
        BigDecimal price,
        String currency,
        BigDecimal held,
        boolean shortAllowed,
        boolean priceKnown,
        LocalDate priceDate,
        int priceAge)
        implements ComplianceFact {

    static List<Order> of(AccountBook book) {
        Map<String, BigDecimal> left = new HashMap<>(Holdings.of(book).units());
        List<Order> orders = new ArrayList<>();
        for (ParentOrder order : book.orders()) {
            BigDecimal held = left.getOrDefault(order.symbol(), BigDecimal.ZERO).max(BigDecimal.ZERO);
            orders.add(of(book, order, held));
            if (order.side() == Side.SELL) {
                left.put(order.symbol(), held.subtract(order.quantity()));
            }
        }
        return orders;
    }

    private static Order of(AccountBook book, ParentOrder order, BigDecimal held) {
        LocalDate known = book.priceDates().get(order.symbol());
        LocalDate priced = known == null ? book.date() : known;
        return new Order(
                order.id(),
                order.account(),
                order.symbol(),
                order.side() == Side.BUY,
                order.quantity(),
                order.lotSize(),
                order.decisionPrice(),
                order.currency(),
                held,
                book.shortAllowed(),
                known != null,
                priced,
                book.sessions().since(order.symbol(), priced));
    }
}
