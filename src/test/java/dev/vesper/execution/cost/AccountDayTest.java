package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountDayTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    /** The example of the documentation: 1,000 less 500 bought, plus 200 sold, less 1 of fees. */
    @Test
    void fillsAndFeesMoveTheCashAndTheLotsAreTheRest() {
        List<AccountDay> days = AccountDay.of(
                List.of(account("ACC1"), account("ACC2")),
                List.of(order("A", "ACC1"), order("B", "ACC1"), order("C", "ACC2")),
                List.of(fill("ACC1", Side.BUY, "500", "0.60"), fill("ACC1", Side.SELL, "200", "0.40")),
                List.of(
                        new TaxLot("L", "ACC1", "IBM", new BigDecimal("3"), BigDecimal.ONE, DAY),
                        new TaxLot("M", "ACC2", "IBM", new BigDecimal("1"), BigDecimal.ONE, DAY)),
                new PriceHistory(List.of(DAY), List.of("IBM"), new double[][] {{100}}, new double[1][1]));
        AccountDay traded = days.getFirst();
        assertEquals(2, traded.orders());
        assertEquals(0, new BigDecimal("700").compareTo(traded.flow().traded()));
        assertEquals(Money.of(new BigDecimal("699.00"), "USD"), traded.cash());
        assertEquals(0, new BigDecimal("999").compareTo(traded.after().value()));
        AccountDay quiet = days.get(1);
        assertEquals(1, quiet.orders());
        assertEquals(AccountFlow.NONE, quiet.flow());
        assertEquals(0, new BigDecimal("1100").compareTo(quiet.after().value()));
    }

    private static Account account(String id) {
        return new Account(id, id, Money.of(new BigDecimal("1000"), "USD"), "balanced");
    }

    private static ExecutedOrder order(String id, String account) {
        ParentOrder parent = new ParentOrder(
                id,
                account,
                "IBM",
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.TEN,
                "USD",
                SlicingStrategy.TWAP,
                List.of());
        return new ExecutedOrder(
                parent,
                OrderStatus.NOT_SENT,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                BigDecimal.TEN,
                ImplementationShortfall.NONE,
                "");
    }

    private static Fill fill(String account, Side side, String price, String fee) {
        return new Fill(
                "LITX",
                price,
                "C",
                "A",
                account,
                "IBM",
                side,
                BigDecimal.ONE,
                new BigDecimal(price),
                new BigDecimal(fee),
                0);
    }
}
