package dev.vesper.rebalance.constraint;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.orders.Side;
import dev.vesper.rebalance.Accounts;
import org.junit.jupiter.api.Test;

/** One constraint, one test: amounts in millionths of a dollar, with 1 M for a million of them; soft ones count twice. */
class EachConstraintTest {
    private static final long M = 1_000_000;

    /** 1,000 in cash, 50 A at 100 held, B at 30 wanted too; 10 % buffer, cost 10 bps: worth 6,000. */
    private static Accounts usual() {
        return account("1000")
                .priced("A", "100")
                .priced("B", "30")
                .holds("A", "50")
                .wants("A", 0.5)
                .wants("B", 0.5)
                .buffer(0.1)
                .costs(10);
    }

    private static long score(PlanConstraint constraint, Accounts account, long... lots) {
        return constraint.score(account.book(), lots);
    }

    private static long hard(Accounts account, long... lots) {
        return Scoring.STANDARD.score(account.book(), lots).hard();
    }

    @Test
    void cashMayNotEndBelowTheBuffer() {
        // 20 B cost 600.60, which leaves 399.40 of the 600 buffer
        assertEquals((long) (200.60 * M), score(new CashFloor(), usual(), 0, 20));
        assertEquals(0, score(new CashFloor(), usual(), 0, 13));
    }

    @Test
    void whereSettledCashAloneIsSpentSalesPayForNothing() {
        // 1,000 of which 500 are on their way: 20 B cost 600.60, whatever is sold beside them
        assertEquals((long) (100.60 * M), score(new CashFloor(), usual().settled("500"), -10, 20));
        assertEquals(0, score(new CashFloor(), usual().settled("500"), -10, 16));
        assertEquals(0, score(new CashFloor(), usual(), -10, 20));
    }

    @Test
    void cashThatStartsBelowTheBufferMustNotFallFurtherButNeedNotRise() {
        Accounts poor =
                account("10").priced("A", "100").holds("A", "50").wants("A", 1).buffer(0.1);
        assertEquals(10 * M, poor.book().cashFloor());
        assertEquals(0, hard(poor, 0));
    }

    @Test
    void overdrawnCashMustBeMended() {
        Accounts overdrawn = account("-250").priced("A", "100").holds("A", "50").wants("A", 1);
        assertEquals(-250 * M, hard(overdrawn, 0));
        assertEquals(0, hard(overdrawn, -3));
    }

    @Test
    void turnoverIsBoughtPlusSoldAndHasAMaximum() {
        Accounts quiet = usual().turnover(0.1); // 600 of 6,000
        assertEquals(0, score(new MaximumTurnover(), quiet, -6, 0));
        assertEquals(130 * M, score(new MaximumTurnover(), quiet, -7, 1));
    }

    @Test
    void aTradeIsNothingOrAtLeastTheMinimum() {
        Accounts coarse = usual().minimum("250");
        assertEquals(0, score(new MinimumTrade(), coarse, 0, 0));
        assertEquals(0, score(new MinimumTrade(), coarse, -3, 9));
        assertEquals(100 * M, score(new MinimumTrade(), coarse, -2, 0));
        assertEquals(30 * M, score(new MinimumTrade(), coarse, 0, 8));
    }

    @Test
    void nothingIsSoldThatIsNotHeld() {
        assertEquals(0, score(new NoShort(), usual(), -50, 0));
        assertEquals(200 * M, score(new NoShort(), usual(), -52, 0));
        assertEquals(0, score(new NoShort(), usual().shorts(), -52, 0));
    }

    @Test
    void nothingIsBoughtBeyondWhatTheRulesAllow() {
        Accounts bound = usual().most(Side.BUY, "B", 7);
        assertEquals(0, score(new MostBought(), bound, 30, 7));
        assertEquals(20 * 3 * M, score(new MostBought(), bound, 0, 9));
        assertEquals(0, score(new MostBought(), usual(), 0, 90));
    }

    @Test
    void whatOrdersShareOfALimitIsNotAboveIt() {
        // 5,000 of A are held, and 5,300 of A and B are allowed
        Accounts bound = usual().most(5_300, "A", "B");
        assertEquals(0, score(new SharedLimits(), bound, 1, 6));
        assertEquals(220 * M, score(new SharedLimits(), bound, 1, 14));
        assertEquals(0, score(new SharedLimits(), bound, -10, 43));
    }

    /** Prices, not orders, brought A above what is allowed: what only lowers it breaks nothing, what raises it does. */
    @Test
    void aLimitThatIsBrokenAlreadyMayBeMendedInPart() {
        Accounts bound = usual().most(3_000, "A", "B");
        assertEquals(0, score(new SharedLimits(), bound, -1, 0));
        assertEquals(60 * M, score(new SharedLimits(), bound, -1, 2));
    }

    @Test
    void deviationCountsEveryLineAndCash() {
        // targets 2,700, 2,700 and 600 in cash; held 5,000, 0 and 1,000: 2,300 + 2,700 + 400
        assertEquals(5_400 * M, score(new Deviation(), usual(), 0, 0));
        // sell 23 A for 2,297.70, buy 90 B for 2,702.70: only cash misses, by 5.00
        assertEquals((long) (5.00 * M), score(new Deviation(), usual(), -23, 90));
    }

    @Test
    void costIsAShareOfWhatIsTraded() {
        assertEquals((long) (2 * 5.00 * M), score(new TradingCost(), usual(), -23, 90));
    }

    @Test
    void taxIsWhatTheCheapestLotsRealise() {
        Accounts gainful = account("0")
                .priced("A", "100")
                .holds("A", "10", "60", Accounts.DATE.minusDays(10))
                .holds("A", "10", "120", Accounts.DATE.minusDays(10));
        assertEquals((long) (2 * -7.40 * M), score(new RealisedTax(), gainful, -1));
        assertEquals((long) (2 * (-74.00 + 14.80) * M), score(new RealisedTax(), gainful, -11));
    }
}
