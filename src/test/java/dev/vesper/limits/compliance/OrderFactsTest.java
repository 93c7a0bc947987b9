package dev.vesper.limits.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.AccountBook.RecentTrade;
import dev.vesper.limits.Orders;
import dev.vesper.limits.measure.Fact;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a compliance table may know of an order. */
class OrderFactsTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2018, 4, 11);

    @Test
    void ofASaleItsSharesItsGainAndItsYoungestLotAreKnown() {
        AccountBook book = book(Orders.sell("1", "IBM", 60, Orders.lot("old", 50), Orders.lot("young", 10)));
        assertEquals(
                texts("sell", "60", "100", "6000", "150", "0.4", "-900", "22", "22", null, "1"),
                said(
                        book,
                        OrderFacts.QUANTITY,
                        OrderFacts.PRICE,
                        OrderFacts.NOTIONAL,
                        OrderFacts.UNITS_HELD,
                        OrderFacts.SHARE_SOLD,
                        OrderFacts.GAIN,
                        OrderFacts.DAYS_HELD,
                        OrderFacts.DAYS_SINCE_PURCHASE,
                        OrderFacts.DAYS_SINCE_SALE,
                        OrderFacts.PRICE_AGE));
    }

    @Test
    void ofAPurchaseThereIsNoGainNoShareAndNoLot() {
        assertEquals(
                texts("buy", null, null, null, "10", null),
                said(
                        book(Orders.buy("1", "XOM", 10)),
                        OrderFacts.SHARE_SOLD,
                        OrderFacts.GAIN,
                        OrderFacts.DAYS_HELD,
                        OrderFacts.DAYS_SINCE_SALE,
                        OrderFacts.PRICE_AGE));
    }

    @Test
    void whatAnEarlierOrderSellsIsNotHeldAnyMore() {
        AccountBook book = book(
                Orders.sell("1", "IBM", 150, Orders.lot("old", 100), Orders.lot("young", 50)),
                Orders.sell("2", "IBM", 1));
        OrderFacts.Known last = OrderFacts.of(book).getLast();
        assertEquals("0", text(last.facts().cell(OrderFacts.UNITS_HELD)));
        assertNull(last.facts().cell(OrderFacts.SHARE_SOLD));
    }

    @Test
    void everyFactHasAValueOrNothing() {
        for (OrderFacts.Known known : OrderFacts.of(book(Orders.buy("1", "XOM", 10)))) {
            for (Fact<?> fact : OrderFacts.ALL) {
                known.facts().cell(fact); // throws where a fact is declared and not given
            }
            assertNotNull(known.order());
        }
    }

    private static List<@Nullable String> said(AccountBook book, Fact<?>... facts) {
        OrderFacts.Known known = OrderFacts.of(book).getFirst();
        String side = known.order().buy() ? "buy" : "sell";
        return Stream.concat(
                        Stream.of(side),
                        Arrays.stream(facts).map(fact -> text(known.facts().cell(fact))))
                .toList();
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : null;
    }

    private static List<@Nullable String> texts(@Nullable String... texts) {
        return Arrays.asList(texts);
    }

    private static AccountBook book(ParentOrder... orders) {
        return new AccountBook(
                new Account("ACC1", "Any", new Money(BigDecimal.valueOf(10_000), "USD"), "hrp"),
                WEDNESDAY,
                List.of(
                        lot("old", 100, 120, WEDNESDAY.minusDays(400)),
                        lot("young", 50, 90, LocalDate.of(2018, 3, 20))),
                List.of(orders),
                Map.of(),
                Map.of("IBM", BigDecimal.valueOf(100)),
                Map.of("IBM", LocalDate.of(2018, 4, 10)),
                Map.of(),
                List.of(
                        trade("IBM", LocalDate.of(2018, 3, 20), Side.BUY),
                        trade("XOM", LocalDate.of(2018, 3, 1), Side.SELL),
                        trade("XOM", LocalDate.of(2018, 4, 1), Side.SELL)),
                List.of(),
                false);
    }

    private static TaxLot lot(String id, long quantity, long cost, LocalDate acquired) {
        return new TaxLot(id, "ACC1", "IBM", BigDecimal.valueOf(quantity), BigDecimal.valueOf(cost), acquired);
    }

    private static RecentTrade trade(String symbol, LocalDate date, Side side) {
        return new RecentTrade(symbol, date, side, BigDecimal.valueOf(50), BigDecimal.ZERO);
    }
}
