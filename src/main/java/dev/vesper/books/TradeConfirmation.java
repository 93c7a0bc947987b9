package dev.vesper.books;

import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account is told of one order that was traded for it. Its money is that of the {@link TradeEntries trade's entry}, to the
 * last digit: each fill rounded to the currency's smallest unit.
 *
 * <p>Example: 100 bought at 50.02 and 50 at 50.05, fees 0.35 and 0.18: 150 at 50.03 on average, 7,504.50 and 0.53 of fees, so
 * 7,505.03 to pay.
 *
 * @param quantity units traded, above 0
 * @param averagePrice by units, to 8 decimals, half-even
 * @param value quantity times price of all fills
 * @param fees what the venues charged, below 0 where they paid
 * @param net to be paid for a purchase, to come for a sale
 * @param traded the trade date
 * @param settles when money and units change hands; null where nobody knows
 * @param fills by time
 */
public record TradeConfirmation(
        ParentOrder order,
        BigDecimal quantity,
        BigDecimal averagePrice,
        BigDecimal value,
        BigDecimal fees,
        BigDecimal net,
        LocalDate traded,
        @Nullable LocalDate settles,
        List<Fill> fills) {
    private static final int PRICE_DECIMALS = 8;

    public TradeConfirmation {
        fills = List.copyOf(fills);
    }

    /**
     * Those of a day, by account and then in the order of the orders; an order without a fill has none.
     *
     * @param fills each counts once for its venue and execution id
     * @param business of fills that carry no date
     */
    public static List<TradeConfirmation> of(
            List<ParentOrder> orders, List<Fill> fills, LocalDate business, SettlementDates settlement) {
        Map<List<String>, Fill> once = new LinkedHashMap<>();
        fills.forEach(fill -> once.putIfAbsent(List.of(fill.venue(), fill.executionId()), fill));
        Map<String, List<Fill>> byOrder = new HashMap<>();
        once.values()
                .forEach(fill -> byOrder.computeIfAbsent(fill.parentId(), _ -> new ArrayList<>())
                        .add(fill));
        Map<String, List<TradeConfirmation>> byAccount = orders.stream()
                .filter(order -> byOrder.containsKey(order.id()))
                .map(order -> of(order, Objects.requireNonNull(byOrder.get(order.id())), business, settlement))
                .collect(Collectors.groupingBy(one -> one.order().account(), TreeMap::new, Collectors.toList()));
        return byAccount.values().stream().flatMap(List::stream).toList();
    }

    private static TradeConfirmation of(
            ParentOrder order, List<Fill> fills, LocalDate business, SettlementDates settlement) {
        Unit money = Unit.currency(order.currency());
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (Fill fill : fills) {
            units = units.add(fill.quantity());
            exact = exact.add(fill.notional());
            value = value.add(money.rounded(fill.notional()));
            fees = fees.add(money.rounded(fill.fee()));
        }
        LocalDate traded = fills.getFirst().dateOr(business);
        return new TradeConfirmation(
                order,
                units,
                exact.divide(units, PRICE_DECIMALS, RoundingMode.HALF_EVEN),
                value,
                fees,
                order.side() == Side.BUY ? value.add(fees) : value.subtract(fees),
                traded,
                settlement.of(order.symbol(), traded),
                fills.stream().sorted(Comparator.comparingLong(Fill::millis)).toList());
    }
}
