package dev.vesper.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What accounts are told is what was booked. */
class TradeConfirmationTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 7, 10);
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 13);

    @Test
    void aPurchaseCostsItsFeesAndASaleBringsLess() {
        ParentOrder bought = Sales.order("1", "B", "ABC", Side.BUY, "150");
        ParentOrder sold = Sales.order("2", "A", "XYZ", Side.SELL, "150");
        ParentOrder idle = Sales.order("3", "A", "XYZ", Side.SELL, "150");
        List<Fill> fills = new ArrayList<>();
        for (ParentOrder order : List.of(bought, sold)) {
            fills.add(Sales.fill(order, "E1", "100", "50.02", "0.35"));
            fills.add(Sales.fill(order, "E2", "50", "50.05", "0.18"));
        }
        List<TradeConfirmation> told = TradeConfirmation.of(
                List.of(bought, sold, idle),
                List.of(fills.get(0), fills.get(1), fills.get(2).toAccount("A"), fills.get(3)),
                FRIDAY,
                (symbol, traded) -> MONDAY);
        // both orders use the same execution ids at one venue: the second order's are told twice
        assertEquals(List.of("1"), told.stream().map(one -> one.order().id()).toList());
        TradeConfirmation one = told.getFirst();
        assertEquals(0, new BigDecimal("150").compareTo(one.quantity()));
        assertEquals(new BigDecimal("50.03000000"), one.averagePrice());
        assertEquals(0, new BigDecimal("7504.5").compareTo(one.value()));
        assertEquals(0, new BigDecimal("7505.03").compareTo(one.net()));
        assertEquals(FRIDAY, one.traded());
        assertEquals(MONDAY, one.settles());
        TradeConfirmation sale = TradeConfirmation.of(
                        List.of(sold), List.of(fills.get(2), fills.get(3)), FRIDAY, (symbol, traded) -> null)
                .getFirst();
        assertEquals(0, new BigDecimal("7503.97").compareTo(sale.net()));
    }

    @Property(tries = 50)
    void theMoneyIsThatOfTheBooks(@ForAll long seed) {
        Random random = new Random(seed);
        Sales book = new Sales();
        book.book(OpeningEntries.of(
                List.of(new Account("A", "A", Money.of(new BigDecimal("1000000"), "USD"), "s")),
                List.of(),
                FRIDAY.minusDays(1),
                "run",
                ""));
        List<ParentOrder> orders = new ArrayList<>();
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ParentOrder order = Sales.order(
                    "o" + i, "A", "S" + i, random.nextBoolean() ? Side.BUY : Side.SELL, String.valueOf(1_000));
            orders.add(order);
            for (int fill = 0; fill < 1 + random.nextInt(4); fill++) {
                fills.add(Sales.fill(
                        order,
                        i + "/" + fill,
                        String.valueOf(1 + random.nextInt(200)),
                        "9." + (1_000_000 + random.nextInt(8_999_999)),
                        "0.0" + random.nextInt(1_000_000)));
            }
        }
        List<LedgerEntry> entries =
                TradeEntries.of(book.state, orders, fills, FRIDAY, Set.of("A"), (symbol, traded) -> MONDAY);
        List<TradeConfirmation> told = TradeConfirmation.of(orders, fills, FRIDAY, (symbol, traded) -> MONDAY);
        assertEquals(
                entries.stream().map(LedgerEntry::source).toList(),
                told.stream().map(one -> one.order().id()).toList());
        for (int i = 0; i < told.size(); i++) {
            TradeConfirmation one = told.get(i);
            Side side = one.order().side();
            LedgerAccount owed =
                    LedgerAccount.money(side == Side.BUY ? AccountType.PAYABLE : AccountType.RECEIVABLE, "USD");
            BigDecimal booked = entries.get(i).postings().stream()
                    .filter(posting -> posting.account().equals(owed))
                    .map(Posting::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, booked.abs().compareTo(one.net()), booked + " booked, " + one.net() + " told");
            assertEquals(entries.get(i).settles(), one.settles());
        }
    }
}
