package dev.vesper.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as chance makes them: whatever is bought, sold, taken back and told twice, nothing is lost and nothing made. */
class RandomDaysTest {
    private static final int DAYS = 40;
    private static final int ORDERS = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void cashAndUnitsAreConserved(long seed) {
        Random random = new Random(seed);
        Sales book = new Sales();
        BigDecimal cash = new BigDecimal("1000000.55");
        book.book(OpeningEntries.of(
                List.of(
                        new Account("A", "A", Money.of(cash, "USD"), "s"),
                        new Account("B", "B", Money.of(cash, "USD"), "s")),
                List.of(),
                FIRST,
                "run",
                ""));
        BigDecimal flow = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal units = BigDecimal.ZERO;
        int number = 0;
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day * 10L);
            List<ParentOrder> orders = new ArrayList<>();
            List<Fill> fills = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                ParentOrder order = order(random, book.state, "o" + number++);
                orders.add(order);
                fills.addAll(fills(random, order));
            }
            List<LedgerEntry> entries =
                    TradeEntries.of(book.state, orders, fills, date, Set.of("A", "B"), (_, _) -> null);
            book.book(entries);
            long sequence = book.state.sequence();
            book.book(entries);
            assertEquals(sequence, book.state.sequence(), "told twice is told once");
            if (random.nextInt(4) == 0) {
                entries.reversed().forEach(entry -> book.reverse(entry, "chance"));
            } else {
                for (Fill fill : fills) {
                    BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
                    flow = flow.add(
                            Unit.currency("USD").rounded(fill.notional()).multiply(sign));
                    fees = fees.add(Unit.currency("USD").rounded(fill.fee()));
                    units = units.add(fill.quantity().multiply(sign));
                }
            }
            Balances now = book.state.balances();
            now.trial().forEach((unit, sum) -> assertEquals(0, sum.signum(), unit));
            assertEquals(
                    0,
                    cash.add(cash)
                            .subtract(flow)
                            .subtract(fees)
                            .compareTo(now.cash("A").add(now.cash("B"))),
                    "cash of day " + day);
            BigDecimal held = now.lots().stream().map(LotBalance::units).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, units.compareTo(held), "units of day " + day);
            now.lots()
                    .forEach(lot -> assertTrue(lot.cost().signum() * lot.units().signum() >= 0, lot::toString));
        }
        assertEquals(
                book.state.balances().lines(),
                book.ledger.replay(book.events).balances().lines());
    }

    private static ParentOrder order(Random random, LedgerState state, String id) {
        String account = random.nextBoolean() ? "A" : "B";
        String symbol = "S" + random.nextInt(3);
        Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(50_000), 1 + random.nextInt(3));
        List<LotChoice> lots = new ArrayList<>();
        if (side == Side.SELL) {
            for (LotBalance lot : state.balances().lots()) {
                if (lot.id().account().equals(account)
                        && lot.id().symbol().equals(symbol)
                        && lot.units().signum() > 0) {
                    lots.add(new LotChoice(lot.id().toString(), lot.units()));
                }
            }
        }
        return new ParentOrder(
                id,
                account,
                symbol,
                side,
                quantity,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.TEN,
                "USD",
                dev.vesper.orders.SlicingStrategy.TWAP,
                lots);
    }

    /** Some of an order, in pieces, at prices and fees of many digits. */
    private static List<Fill> fills(Random random, ParentOrder order) {
        List<Fill> fills = new ArrayList<>();
        BigDecimal left = order.quantity();
        for (int i = 0; i < random.nextInt(4); i++) {
            BigDecimal part = left.multiply(BigDecimal.valueOf(1 + random.nextInt(9), 1));
            left = left.subtract(part);
            fills.add(Sales.fill(
                    order,
                    order.id() + "." + i,
                    part.toPlainString(),
                    BigDecimal.valueOf(1 + random.nextInt(100_000_000), 6).toPlainString(),
                    BigDecimal.valueOf(random.nextInt(100_000), 5).toPlainString()));
        }
        return fills;
    }
}
