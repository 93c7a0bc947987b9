package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One constraint, one test: amounts in millionths of a dollar, with 1 M for a million of them. */
class PlanScorerTest {
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

    private static PlanScore score(Accounts account, long... lots) {
        return PlanScorer.score(account.book(), lots);
    }

    @Test
    void cashMayNotEndBelowTheBuffer() {
        // 20 B cost 600.60, which leaves 399.40 of the 600 buffer
        assertEquals((long) (200.60 * M), score(usual(), 0, 20).cashShortfall());
        assertEquals(0, score(usual(), 0, 13).cashShortfall());
    }

    @Test
    void cashThatStartsBelowTheBufferMustNotFallFurtherButNeedNotRise() {
        Accounts poor =
                account("10").priced("A", "100").holds("A", "50").wants("A", 1).buffer(0.1);
        assertEquals(10 * M, poor.book().cashFloor());
        assertEquals(0, score(poor, 0).hard());
    }

    @Test
    void overdrawnCashMustBeMended() {
        Accounts overdrawn = account("-250").priced("A", "100").holds("A", "50").wants("A", 1);
        assertEquals(-250 * M, score(overdrawn, 0).hard());
        assertEquals(0, score(overdrawn, -3).hard());
    }

    @Test
    void turnoverIsBoughtPlusSoldAndHasAMaximum() {
        Accounts quiet = usual().turnover(0.1); // 600 of 6,000
        assertEquals(0, score(quiet, -6, 0).turnoverExcess());
        assertEquals(130 * M, score(quiet, -7, 1).turnoverExcess());
    }

    @Test
    void aTradeIsNothingOrAtLeastTheMinimum() {
        Accounts coarse = usual().minimum("250");
        assertEquals(0, score(coarse, 0, 0).belowMinimum());
        assertEquals(0, score(coarse, -3, 9).belowMinimum());
        assertEquals(100 * M, score(coarse, -2, 0).belowMinimum());
        assertEquals(30 * M, score(coarse, 0, 8).belowMinimum());
    }

    @Test
    void nothingIsSoldThatIsNotHeld() {
        assertEquals(0, score(usual(), -50, 0).oversold());
        assertEquals(200 * M, score(usual(), -52, 0).oversold());
        assertEquals(0, score(usual().shorts(), -52, 0).oversold());
    }

    @Test
    void deviationCountsEveryLineAndCash() {
        // targets 2,700, 2,700 and 600 in cash; held 5,000, 0 and 1,000: 2,300 + 2,700 + 400
        assertEquals(5_400 * M, score(usual(), 0, 0).deviation());
        // sell 23 A for 2,297.70, buy 90 B for 2,702.70: only cash misses, by 5.00
        assertEquals((long) (5.00 * M), score(usual(), -23, 90).deviation());
    }

    @Test
    void costIsAShareOfWhatIsTraded() {
        assertEquals((long) (5.00 * M), score(usual(), -23, 90).cost());
    }

    @Test
    void taxIsWhatTheCheapestLotsRealise() {
        Accounts gainful = account("0")
                .priced("A", "100")
                .holds("A", "10", "60", Accounts.DATE.minusDays(10))
                .holds("A", "10", "120", Accounts.DATE.minusDays(10));
        assertEquals((long) (-7.40 * M), score(gainful, -1).tax());
        assertEquals((long) (-74.00 * M + 14.80 * M), score(gainful, -11).tax());
    }

    @Test
    void aDollarOfCostWeighsAsMuchAsAMisplacedDollarAndTenDollarsOfTax() {
        long misplaced = new PlanScore(0, 0, 0, 0, 2 * M, 0, 0).soft(ScoreWeights.DEFAULT); // out here, in there
        assertEquals(misplaced, new PlanScore(0, 0, 0, 0, 0, M, 0).soft(ScoreWeights.DEFAULT));
        assertEquals(misplaced, new PlanScore(0, 0, 0, 0, 0, 0, 10 * M).soft(ScoreWeights.DEFAULT));
        assertTrue(misplaced < 0);
    }
}
