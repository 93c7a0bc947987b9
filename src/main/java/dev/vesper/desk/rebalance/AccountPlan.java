package dev.vesper.desk.rebalance;

import dev.vesper.portfolio.Account;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * One account through the rebalance stage.
 *
 * @param value cash plus positions at decision prices, in the account's currency
 * @param weightsBefore share of value by symbol before trading
 */
public record AccountPlan(
        Account account,
        BigDecimal value,
        SortedMap<String, Double> weightsBefore,
        TargetWeights target,
        Proposal proposal) {}
