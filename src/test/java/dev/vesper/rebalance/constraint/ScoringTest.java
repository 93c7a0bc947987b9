package dev.vesper.rebalance.constraint;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.constraint.Scoring.Weighted;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final long M = 1_000_000;

    /** A book on which every number below is easy: 900 in cash, nine A at 100, all of it wanted in A. */
    private static Accounts usual() {
        return account("900").priced("A", "100").holds("A", "9").wants("A", 1).costs(100);
    }

    @Test
    void softIsMinusTwiceTheWeightedMoney() {
        LotBook book = usual().book(); // worth 1,800; a sale of 1 brings 99 and realises nothing
        // before: 900 out of place, twice; after a sale: 1,000 in the line, 999 in cash; cost 1.00, twice
        assertEquals(new PlanScore(0, -10 * 1_800 * M), Scoring.STANDARD.score(book, new long[] {0}));
        assertEquals(new PlanScore(0, -10 * 1_999 * M - 20 * M), Scoring.STANDARD.score(book, new long[] {-1}));
    }

    @Test
    void hardIsMinusTheMoneyByWhichConstraintsAreBroken() {
        LotBook book = usual().turnover(0.1).book(); // 180 may be traded, 900 paid
        // 10 bought: 1,010 paid of 900, 1,000 traded of 180
        assertEquals(
                -110 * M - 820 * M,
                Scoring.STANDARD.score(book, new long[] {10}).hard());
    }

    @Test
    void aDollarOfCostWeighsAsMuchAsAMisplacedDollarAndTenDollarsOfTax() {
        assertEquals(new Deviation().weight(), new TradingCost().weight());
        assertEquals(10 * new RealisedTax().weight(), new TradingCost().weight());
    }

    @Test
    void theFirstBrokenConstraintIsTheOneReported() {
        Accounts account = usual().turnover(0.1);
        LotBook book = account.book();
        assertTrue(
                Scoring.STANDARD.broken(account.problem(), book, new long[] {0}).isEmpty());
        assertTrue(said(account, 10).contains("cash of at least"), said(account, 10));
        assertTrue(said(account, 3).contains("keep turnover"), said(account, 3));
    }

    private static String said(Accounts account, long... lots) {
        return Scoring.STANDARD
                .broken(account.problem(), account.book(), lots)
                .orElseThrow()
                .getMessage();
    }

    @Test
    void weightsHaveLimits() {
        assertEquals(100, new Weighted(new TradingCost(), 100).weight());
        assertEquals(0, new Weighted(new TradingCost(), 0).weight());
        assertEquals(1, new Weighted(new Deviation(), 1).weight());
        assertThrows(Problem.class, () -> new Weighted(new TradingCost(), 101));
        assertThrows(Problem.class, () -> new Weighted(new TradingCost(), -1));
        String message = assertThrows(Problem.class, () -> new Weighted(new Deviation(), 0))
                .getMessage();
        assertTrue(message.contains("deviation from 1 to 100, but got 0"), message);
    }

    @Test
    void theLargestWeightDecidesHowLargeAnAccountMayBe() {
        assertEquals(Long.MAX_VALUE / 200, Scoring.STANDARD.mostValue());
        assertEquals(
                Long.MAX_VALUE / 600,
                new Scoring(List.of(new Weighted(new CashFloor(), 1), new Weighted(new TradingCost(), 50)))
                        .mostValue());
        assertEquals(Long.MAX_VALUE / 8, new Scoring(List.of(new Weighted(new CashFloor(), 77))).mostValue());
    }
}
