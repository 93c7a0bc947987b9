package dev.vesper.limits.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Nobody buys with money they do not have. */
class CashLimitTest {
    private static final BigDecimal FREE = BigDecimal.ZERO;

    private static ParentOrder order(String symbol, Side side, int quantity, int price) {
        return new ParentOrder(
                "R-A-" + symbol,
                "A",
                symbol,
                side,
                BigDecimal.valueOf(quantity),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.valueOf(price),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }

    private static Account account(String cash) {
        return new Account("A", "A", Money.of(new BigDecimal(cash), "USD"), "s");
    }

    /** 100 of cash, of which 30 are on their way: 70 may buy, whatever is sold on the day. */
    @Test
    void oneThatSpendsSettledCashAloneWaitsForItsSales() {
        Account account = new Account(
                "A",
                "A",
                Money.of(new BigDecimal("100"), "USD"),
                "s",
                new AccountTerms("", false, AccountTerms.Spends.SETTLED),
                new BigDecimal("30"));
        List<ParentOrder> orders = List.of(order("X", Side.SELL, 4, 100), order("Y", Side.BUY, 40, 2));
        Verdict cut = CashLimit.check(account, orders, FREE).getFirst();
        assertEquals(
                "Purchases and costs of A would be USD 80.00, but settled cash is USD 70.00: every purchase is cut to the same"
                        + " share.",
                cut.reason());
        assertEquals("at most 35 units", cut.wouldPass());
        Verdict within = CashLimit.check(account, List.of(order("Y", Side.BUY, 35, 2)), FREE)
                .getFirst();
        assertEquals("Purchases and costs of USD 70.00 are within settled cash of USD 70.00.", within.reason());
    }

    @Test
    void cashAndSalesPayForPurchases() {
        List<Verdict> verdicts = CashLimit.check(
                account("100"), List.of(order("X", Side.SELL, 4, 100), order("Y", Side.BUY, 5, 100)), FREE);
        assertEquals(1, verdicts.size());
        assertEquals(Outcome.PASS, verdicts.getFirst().outcome());
    }

    @Test
    void whatIsNotPaidForIsCutByTheSameShare() {
        List<ParentOrder> orders = List.of(order("X", Side.BUY, 100, 2), order("Y", Side.BUY, 50, 4));
        List<Verdict> verdicts = CashLimit.check(account("100"), orders, FREE);
        Decisions left = Decisions.apply(orders, verdicts);
        assertEquals(
                List.of("25", "12"),
                left.orders().stream().map(o -> o.quantity().toPlainString()).toList());
    }

    @Test
    void anOverdrawnAccountBuysNothing() {
        List<ParentOrder> orders = List.of(order("X", Side.BUY, 100, 2));
        List<Verdict> verdicts = CashLimit.check(account("-5"), orders, FREE);
        assertEquals(Outcome.DENY, verdicts.getFirst().outcome());
        assertEquals("a sale that pays for it", verdicts.getFirst().wouldPass());
        assertTrue(Decisions.apply(orders, verdicts).orders().isEmpty());
    }

    @Test
    void aPurchaseAndItsCostsMayUseTheLastCent() {
        List<ParentOrder> orders = List.of(order("X", Side.BUY, 100, 1));
        BigDecimal onePercent = BigDecimal.valueOf(100);
        Verdict paid = CashLimit.check(account("101"), orders, onePercent).getFirst();
        assertEquals("Purchases and costs of USD 101.00 are within cash and sales of USD 101.00.", paid.reason());
        Verdict short_ = CashLimit.check(account("100.99"), orders, onePercent).getFirst();
        assertEquals(Outcome.CUT, short_.outcome());
        assertEquals("at most 99 units", short_.wouldPass());
        assertEquals(
                "Purchases and costs of A would be USD 101.00, but cash and sales are USD 100.99: every purchase is cut to the same"
                        + " share.",
                short_.reason());
        assertEquals("{limit=100.99, used=101.00}", short_.numbers().toString());
    }

    @Test
    void aSaleBringsItsPriceLessItsCosts() {
        List<ParentOrder> orders = List.of(order("X", Side.SELL, 100, 1), order("Y", Side.BUY, 50, 2));
        Verdict verdict =
                CashLimit.check(account("0"), orders, BigDecimal.valueOf(100)).getFirst();
        assertEquals(
                "Y 99.00 of 101.00, CUT 49",
                "Y " + verdict.numbers().get("limit") + " of "
                        + verdict.numbers().get("used") + ", " + verdict.outcome() + " "
                        + verdict.permitted().orElseThrow());
    }

    @Test
    void anAccountThatOnlySellsIsNotInTheWayOfItsOwnDebt() {
        List<ParentOrder> orders = List.of(order("X", Side.SELL, 1, 1));
        assertEquals(
                Outcome.PASS,
                CashLimit.check(account("-500"), orders, FREE).getFirst().outcome());
    }

    @Property
    void afterTheCutTheCashSuffices(
            @ForAll @IntRange(max = 100_000) int cash,
            @ForAll @IntRange(max = 100) int costBps,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 5_000) Integer> quantities) {
        List<ParentOrder> orders = new java.util.ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            orders.add(order("S" + i, i % 3 == 0 ? Side.SELL : Side.BUY, quantities.get(i), 1 + i * 7));
        }
        BigDecimal cost = BigDecimal.valueOf(costBps);
        List<Verdict> verdicts = CashLimit.check(account(Long.toString(cash)), orders, cost);
        List<ParentOrder> left = Decisions.apply(orders, verdicts).orders();
        assertEquals(
                Outcome.PASS,
                CashLimit.check(account(Long.toString(cash)), left, cost)
                        .getFirst()
                        .outcome());
    }
}
