package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a compliance table may know of an order, in the words of the business. Where there is nothing to know, such as the gain
 * of a purchase, a table sees {@code null}.
 */
public final class OrderFacts {
    public static final Fact<BigDecimal> QUANTITY = Fact.number("Quantity", "units of the order");
    public static final Fact<BigDecimal> PRICE =
            Fact.number("Price", "the price that decides, in the account's currency");
    public static final Fact<BigDecimal> NOTIONAL =
            Fact.number("Notional", "quantity times price, in the account's currency");
    public static final Fact<BigDecimal> UNITS_HELD =
            Fact.number("Units held", "what the account holds of it and no earlier order sells");
    public static final Fact<BigDecimal> SHARE_SOLD = Fact.number(
            "Share sold", "of a sale, its quantity over the units held: 1 is all; null where none are held");
    public static final Fact<BigDecimal> GAIN =
            Fact.number("Gain", "of a sale, what its lots gain, negative for a loss; null of a purchase");
    public static final Fact<BigDecimal> DAYS_HELD =
            Fact.number("Days held", "of a sale, calendar days that the youngest lot it takes was held");
    public static final Fact<BigDecimal> DAYS_SINCE_PURCHASE = Fact.number(
            "Days since purchase",
            "calendar days since the account last bought it; null where it did not in " + AccountBook.RECENT_DAYS
                    + " days");
    public static final Fact<BigDecimal> DAYS_SINCE_SALE = Fact.number(
            "Days since sale",
            "calendar days since the account last sold it; null where it did not in " + AccountBook.RECENT_DAYS
                    + " days");
    public static final Fact<BigDecimal> PRICE_AGE =
            Fact.number("Price age", "sessions since the day of the last price; null where none is known");

    /** All that Vesper knows of an order; the columns of a firm's files come beside. */
    public static final Set<Fact<?>> ALL = CommonFacts.and(
            CommonFacts.OF_ORDER,
            QUANTITY,
            PRICE,
            NOTIONAL,
            UNITS_HELD,
            SHARE_SOLD,
            GAIN,
            DAYS_HELD,
            DAYS_SINCE_PURCHASE,
            DAYS_SINCE_SALE,
            PRICE_AGE);

    private OrderFacts() {}

    /** One order and what is known of it. */
    public record Known(Order order, FactValues facts) {}

    /** The orders of a book, in its order. */
    public static List<Known> of(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        Map<String, List<LotSold>> sold = LotSold.of(book).stream().collect(Collectors.groupingBy(LotSold::orderId));
        Map<String, Integer> bought = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        for (Traded trade : Traded.of(book)) {
            if (trade.account().equals(book.account().id())) {
                (trade.sale() ? left : bought).merge(trade.symbol(), trade.daysAgo(), Math::min);
            }
        }
        List<Order> orders = Order.of(book);
        List<Known> known = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            List<LotSold> lots = sold.getOrDefault(order.id(), List.of());
            known.add(new Known(
                    order,
                    ofOrder(valued, book.orders().get(i), order)
                            .maybe(GAIN, gain(lots))
                            .maybe(DAYS_HELD, daysHeld(book, lots))
                            .maybe(DAYS_SINCE_PURCHASE, days(bought.get(order.symbol())))
                            .maybe(DAYS_SINCE_SALE, days(left.get(order.symbol())))));
        }
        return known;
    }

    private static FactValues ofOrder(ValuedBook valued, ParentOrder parent, Order order) {
        boolean share = parent.side() == Side.SELL && order.held().signum() > 0;
        return CommonFacts.ofOrder(valued, parent)
                .with(QUANTITY, order.quantity())
                .with(PRICE, order.price())
                .with(NOTIONAL, parent.notional())
                .with(UNITS_HELD, order.held())
                .maybe(
                        SHARE_SOLD,
                        share
                                ? Optional.of(order.quantity().divide(order.held(), MathContext.DECIMAL64))
                                : Optional.empty())
                .maybe(PRICE_AGE, order.priceKnown() ? days(order.priceAge()) : Optional.empty());
    }

    private static Optional<BigDecimal> gain(List<LotSold> lots) {
        return lots.stream().map(LotSold::gain).reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> daysHeld(AccountBook book, List<LotSold> lots) {
        return lots.stream()
                .map(lot -> BigDecimal.valueOf(DaysAgo.of(book, lot.symbol(), lot.acquired())))
                .min(BigDecimal::compareTo);
    }

    private static Optional<BigDecimal> days(@Nullable Integer days) {
        return Optional.ofNullable(days).map(BigDecimal::valueOf);
    }
}
