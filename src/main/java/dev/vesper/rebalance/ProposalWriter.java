package dev.vesper.rebalance;

import dev.vesper.basics.Money;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Writes a choice of trades as a {@link Proposal}, with the tax lots each sale takes from. */
public final class ProposalWriter {
    private ProposalWriter() {}

    /**
     * The proposal that a choice of trades makes.
     *
     * @param problem what was asked
     * @param book the problem in whole numbers
     * @param lots trading lots for each line of the book, in its order
     * @param optimum of the same book
     * @param score the solver's score, as text
     */
    public static Proposal write(
            RebalanceProblem problem, LotBook book, long[] lots, ContinuousOptimum optimum, String score) {
        List<ProposedTrade> trades = new ArrayList<>();
        BigDecimal cash = problem.account().cash().amount();
        BigDecimal gain = BigDecimal.ZERO;
        for (int i = 0; i < lots.length; i++) {
            BookLine line = book.lines().get(i);
            if (lots[i] != 0) {
                ProposedTrade trade = trade(line, lots[i]);
                trades.add(trade);
                BigDecimal cost = trade.notional()
                        .multiply(BigDecimal.valueOf(problem.settings().costBps()))
                        .movePointLeft(4);
                cash = cash.subtract(trade.notional()
                                .multiply(BigDecimal.valueOf(trade.side().sign())))
                        .subtract(cost);
                gain = gain.add(line.ladder().realisedGain(-lots[i]));
            }
        }
        double value = Math.max(1, book.value());
        String currency = problem.account().cash().currency();
        return new Proposal(
                problem.account().id(),
                trades,
                Money.of(cash.setScale(Micros.DECIMALS, RoundingMode.FLOOR), currency),
                book.deviation(lots) / (2 * value),
                optimum.deviation(),
                book.traded(lots) / value,
                Money.of(gain.setScale(Micros.DECIMALS, RoundingMode.HALF_EVEN), currency),
                score);
    }

    /** The trades of a choice of lots, with the tax lots each sale takes from. */
    public static List<ProposedTrade> trades(LotBook book, long[] lots) {
        List<ProposedTrade> trades = new ArrayList<>();
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] != 0) {
                trades.add(trade(book.lines().get(i), lots[i]));
            }
        }
        return trades;
    }

    private static ProposedTrade trade(BookLine line, long lots) {
        return new ProposedTrade(
                line.symbol(),
                lots > 0 ? Side.BUY : Side.SELL,
                line.lotSize().multiply(BigDecimal.valueOf(Math.abs(lots))),
                line.price(),
                line.ladder().choose(-lots));
    }
}
