package dev.vesper.rebalance;

import dev.vesper.basics.Money;
import java.util.List;

/**
 * What the planner proposes for one account.
 *
 * @param trades ordered by symbol
 * @param cashAfter cash once all trades are done at their decision prices and expected cost
 * @param deviation how far the proposal stays from the target: half the sum of absolute weight differences, 0 to 1
 * @param optimum the same measure for the continuous optimum, where lots need not be whole: a lower bound
 * @param turnover bought plus sold, as a share of the account's value
 * @param realisedGain what the chosen tax lots realise, negative for a loss
 * @param score the solver's score, as text
 */
public record Proposal(
        String account,
        List<ProposedTrade> trades,
        Money cashAfter,
        double deviation,
        double optimum,
        double turnover,
        Money realisedGain,
        String score) {
    public Proposal {
        trades = List.copyOf(trades);
    }

    /** Certified distance from the best that any choice of lots could reach; zero or more, in weight. */
    public double gap() {
        return Math.max(0, deviation - optimum);
    }
}
