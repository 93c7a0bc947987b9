package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.rebalance.constraint.Scoring;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class ContinuousOptimumTest {
    @Test
    void freeTradingReachesTheTarget() {
        LotBook book = account("1000")
                .priced("A", "7")
                .priced("B", "11")
                .wants("A", 0.3)
                .wants("B", 0.7)
                .book();
        assertEquals(0, ContinuousOptimum.of(book).deviation(), 1e-9);
        assertEquals(1000e6, ContinuousOptimum.of(book).bought(), 1);
    }

    @Test
    void costsAloneKeepItFromTheTarget() {
        // all cash is spent: bought = 1000 / 1.01, and what costs take is missing from the line
        LotBook book = account("1000").priced("A", "1").wants("A", 1).costs(100).book();
        assertEquals((1 - 1 / 1.01) / 2, ContinuousOptimum.of(book).deviation(), 1e-9);
    }

    @Test
    void halfTheTurnoverMendsHalfTheDrift() {
        LotBook book = account("0")
                .priced("A", "1")
                .priced("B", "1")
                .holds("A", "1000")
                .wants("B", 1)
                .turnover(1)
                .book();
        assertEquals(0.5, ContinuousOptimum.of(book).deviation(), 1e-9);
    }

    @Test
    void whatIsTooSmallToSellStaysAsDeviation() {
        LotBook book =
                account("900").priced("A", "1").holds("A", "100").minimum("200").book();
        assertEquals(0.1, ContinuousOptimum.of(book).deviation(), 1e-9);
    }

    @Test
    void whatIsNoWholeLotCannotBeSold() {
        // 150 held in lots of 100 and none wanted: 50 stay, and are missing in cash
        LotBook book = account("0").priced("A", "1", "100").holds("A", "150").book();
        assertEquals(100e6, ContinuousOptimum.of(book).sold(), 1);
        assertEquals(1 / 3.0, ContinuousOptimum.of(book).deviation(), 1e-9);
    }

    @Test
    void cashIsBroughtToItsTargetFirstWhereTurnoverIsShort() {
        // worth 1,000, of which 500 should be cash and 500 in B; 700 may be traded: 500 sold bring 200 in cash to 500
        // once 200 of B are bought, and leave 300 too much of A and 300 too little of B
        LotBook book = account("200")
                .priced("A", "1")
                .priced("B", "1")
                .holds("A", "800")
                .wants("B", 1)
                .buffer(0.5)
                .turnover(0.7)
                .book();
        ContinuousOptimum optimum = ContinuousOptimum.of(book);
        assertEquals(500e6, optimum.sold(), 1);
        assertEquals(200e6, optimum.bought(), 1);
        assertEquals(0.3, optimum.deviation(), 1e-9);
    }

    @Test
    void overdrawnCashRisesAsFarAsTurnoverLets() {
        // worth 500: 1,000 of A and 500 owed; 100 may be sold, which leaves 400 owed and 400 too much of A
        LotBook book = account("-500")
                .priced("A", "1")
                .holds("A", "1000")
                .wants("A", 1)
                .turnover(0.2)
                .book();
        assertEquals(100e6, ContinuousOptimum.of(book).sold(), 1);
        assertEquals(0.8, ContinuousOptimum.of(book).deviation(), 1e-9);
    }

    /** The closed form against a linear programme with a buy and a sell for each line. */
    @Property(tries = 150)
    @Tag("slow")
    void itIsTheLinearProgramme(@ForAll long seed) {
        LotBook book = TinyAccounts.random(new SplittableRandom(seed), 6, false).book();
        assertEquals(linearProgramme(book), ContinuousOptimum.of(book).deviation(), 2e-6);
    }

    /** No whole number of lots that keeps the hard constraints is nearer. */
    @Property(tries = 150)
    void noChoiceOfWholeLotsIsNearer(@ForAll long seed) {
        LotBook book = TinyAccounts.random(new SplittableRandom(seed), 3, true).book();
        double optimum = ContinuousOptimum.of(book).deviation();
        int[] feasible = {0};
        EveryPlan.of(book, lots -> {
            if (Scoring.STANDARD.score(book, lots).hard() == 0) {
                feasible[0]++;
                assertTrue(book.deviation(lots) / (2.0 * book.value()) >= optimum);
            }
        });
        assertTrue(feasible[0] > 0, "doing nothing is always allowed where cash is not overdrawn");
    }

    private static double linearProgramme(LotBook book) {
        var model = new ExpressionsBasedModel();
        double value = book.value();
        Expression cash = model.newExpression("cash floor").lower((book.cashFloor() - book.cash()) / value);
        Expression turnover = model.newExpression("turnover").upper(book.turnoverLimit() / value);
        Variable cashMiss = model.newVariable("cash miss").lower(0).weight(0.5);
        Expression above = model.newExpression("above").lower((book.cash() - book.cashTarget()) / value);
        Expression below = model.newExpression("below").lower((book.cashTarget() - book.cash()) / value);
        above.set(cashMiss, 1);
        below.set(cashMiss, 1);
        for (BookLine line : book.lines()) {
            double buyRate = (double) line.buyCash() / line.lotValue();
            double sellRate = (double) line.sellCash() / line.lotValue();
            double most = line.mostSell() >= line.leastTrade() ? line.mostSell() * line.lotValue() / value : 0;
            Variable buy = model.newVariable("buy " + line.symbol()).lower(0);
            Variable sell = model.newVariable("sell " + line.symbol()).lower(0).upper(most);
            Variable miss = model.newVariable("miss " + line.symbol()).lower(0).weight(0.5);
            double gap = (line.targetValue() - line.heldValue()) / value;
            // miss >= gap - buy + sell and miss >= -(gap - buy + sell)
            model.newExpression("up " + line.symbol())
                    .set(miss, 1)
                    .set(buy, 1)
                    .set(sell, -1)
                    .lower(gap);
            model.newExpression("down " + line.symbol())
                    .set(miss, 1)
                    .set(buy, -1)
                    .set(sell, 1)
                    .lower(-gap);
            cash.set(sell, sellRate).set(buy, -buyRate);
            above.set(sell, -sellRate).set(buy, buyRate);
            below.set(sell, sellRate).set(buy, -buyRate);
            turnover.set(buy, 1).set(sell, 1);
        }
        Optimisation.Result result = model.minimise();
        assertTrue(result.getState().isOptimal(), result.toString());
        return result.getValue();
    }
}
