package dev.vesper.rebalance;

import java.math.BigDecimal;

/**
 * How far a rebalancing may go.
 *
 * @param cashBuffer share of the account's value that stays in cash, 0 to 1
 * @param minimumTrade smallest notional worth trading, in currency units
 * @param maximumTurnover the most that may be bought plus sold, as a share of the account's value; 2 allows everything
 * @param costBps expected cost of a trade, in basis points of its notional
 * @param shortAllowed whether a position may go below zero
 * @param steps number of local-search steps of the solver: the same steps and seed give the same answer
 */
public record RebalanceSettings(
        double cashBuffer,
        BigDecimal minimumTrade,
        double maximumTurnover,
        double costBps,
        boolean shortAllowed,
        int steps) {}
