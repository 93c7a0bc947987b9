package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worth 2,000: 1,000 in cash and ten A, bought at 60 and now at 100; half of it should be in B at 30. */
class ProposalWriterTest {
    private static final Accounts ACCOUNT = account("1000")
            .priced("A", "100")
            .priced("B", "30")
            .priced("C", "1")
            .holds("A", "10", "60", Accounts.DATE.minusDays(10))
            .wants("B", 0.5)
            .wants("C", 0.1)
            .costs(10);

    @Test
    void whatIsTradedHasItsSideQuantityAndTaxLots() {
        List<ProposedTrade> trades = sellThreeAndBuyTwenty(0.1).trades();
        assertEquals(2, trades.size(), "C is left alone");
        ProposedTrade sale = trades.get(0);
        assertEquals("A SELL 3", sale.symbol() + " " + sale.side() + " " + sale.quantity());
        assertEquals(List.of(new LotChoice("ACC/A/2018-04-01/0", new BigDecimal("3"))), sale.lots());
        assertEquals(new BigDecimal("300"), sale.notional());
        assertEquals(
                new ProposedTrade("B", Side.BUY, new BigDecimal("20"), new BigDecimal("30"), List.of()), trades.get(1));
    }

    @Test
    void moneyIsWhatTheTradesLeaveAndRealise() {
        Proposal proposal = sellThreeAndBuyTwenty(0.1);
        // 1,000 + 300 - 600, less 10 bps of 900
        assertEquals(usd("699.100000"), proposal.cashAfter());
        assertEquals(usd("120.000000"), proposal.realisedGain());
        assertEquals("ACC", proposal.account());
        assertEquals("0hard/-1soft", proposal.score());
    }

    @Test
    void distancesAreSharesOfTheAccountsValue() {
        Proposal proposal = sellThreeAndBuyTwenty(0.1);
        // A 700 of 0, B 600 of 1,000, C 0 of 200, cash 699.10 of 800: 1,400.90 out of place, of twice 2,000
        assertEquals(0.350225, proposal.deviation(), 1e-12);
        assertEquals(900 / 2_000.0, proposal.turnover(), 1e-12);
        assertEquals(0.250225, proposal.gap(), 1e-12);
    }

    @Test
    void aGapIsNeverBelowZero() {
        assertEquals(0, sellThreeAndBuyTwenty(0.4).gap());
    }

    @Test
    void anAccountOfNothingHasNothingToDo() {
        Accounts empty = account("0");
        LotBook book = empty.book();
        ContinuousOptimum optimum = ContinuousOptimum.of(book);
        Proposal proposal = ProposalWriter.write(empty.problem(), book, new long[0], optimum, "0hard/0soft");
        assertEquals(
                new Proposal("ACC", List.of(), usd("0.000000"), 0, 0, 0, usd("0.000000"), "0hard/0soft"), proposal);
    }

    private static Proposal sellThreeAndBuyTwenty(double optimum) {
        return ProposalWriter.write(
                ACCOUNT.problem(),
                ACCOUNT.book(),
                new long[] {-3, 20, 0},
                new ContinuousOptimum(0, 0, optimum),
                "0hard/-1soft");
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }
}
