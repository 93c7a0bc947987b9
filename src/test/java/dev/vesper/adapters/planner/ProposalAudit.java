package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Checks a proposal against its problem in decimal arithmetic, knowing nothing of how it was found. */
final class ProposalAudit {
    private static final BigDecimal MICRO = new BigDecimal("0.000001");

    private ProposalAudit() {}

    static void check(RebalanceProblem problem, Proposal proposal) {
        var settings = problem.settings();
        BigDecimal start = problem.account().cash().amount();
        Map<String, BigDecimal> held = new HashMap<>();
        Map<String, TaxLot> lots = new HashMap<>();
        for (TaxLot lot : problem.lots()) {
            held.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
            lots.put(lot.id(), lot);
        }
        BigDecimal value = start;
        for (var position : held.entrySet()) {
            value = value.add(
                    position.getValue().multiply(problem.prices().getOrDefault(position.getKey(), BigDecimal.ZERO)));
        }

        BigDecimal cash = start;
        BigDecimal traded = BigDecimal.ZERO;
        BigDecimal gain = BigDecimal.ZERO;
        String before = "";
        for (ProposedTrade trade : proposal.trades()) {
            assertTrue(before.compareTo(trade.symbol()) < 0, "trades are ordered by symbol, one each");
            before = trade.symbol();
            assertTrue(trade.quantity().signum() > 0);
            assertEquals(problem.prices().get(trade.symbol()), trade.price());
            BigDecimal lotSize = problem.instruments().get(trade.symbol()).lotSize();
            assertEquals(0, trade.quantity().remainder(lotSize).signum(), "whole lots");
            assertTrue(trade.notional().compareTo(settings.minimumTrade()) >= 0, "zero or at least the minimum");
            BigDecimal signed =
                    trade.notional().multiply(BigDecimal.valueOf(trade.side().sign()));
            cash = cash.subtract(signed)
                    .subtract(trade.notional()
                            .multiply(BigDecimal.valueOf(settings.costBps()))
                            .movePointLeft(4));
            traded = traded.add(trade.notional());
            BigDecimal chosen = BigDecimal.ZERO;
            for (LotChoice choice : trade.lots()) {
                TaxLot lot = lots.get(choice.lotId());
                assertEquals(trade.symbol(), lot.symbol());
                assertTrue(choice.quantity().signum() > 0 && choice.quantity().compareTo(lot.quantity()) <= 0);
                chosen = chosen.add(choice.quantity());
                gain = gain.add(choice.quantity().multiply(trade.price().subtract(lot.cost())));
            }
            if (trade.side() == Side.SELL && !settings.shortAllowed()) {
                assertEquals(0, trade.quantity().compareTo(chosen), "tax lots sum to the sale");
                assertTrue(trade.quantity().compareTo(held.get(trade.symbol())) <= 0, "nothing is sold short");
            }
            if (trade.side() == Side.BUY) {
                assertTrue(trade.lots().isEmpty());
            }
        }
        BigDecimal buffer = value.multiply(BigDecimal.valueOf(settings.cashBuffer()));
        BigDecimal floor = buffer.min(start).max(BigDecimal.ZERO);
        assertTrue(cash.compareTo(floor.subtract(MICRO)) >= 0, () -> "cash keeps its floor: " + floor);
        BigDecimal most = value.multiply(BigDecimal.valueOf(settings.maximumTurnover()));
        assertTrue(traded.compareTo(most.add(MICRO)) <= 0, "turnover keeps its maximum");
        assertTrue(cash.subtract(proposal.cashAfter().amount()).abs().compareTo(MICRO) <= 0);
        assertTrue(gain.subtract(proposal.realisedGain().amount()).abs().compareTo(MICRO) <= 0);
        assertTrue(proposal.deviation() >= proposal.optimum(), "the optimum is a lower bound");
        assertTrue(proposal.deviation() <= 1.5 && proposal.optimum() >= 0);
        if (value.signum() > 0) {
            assertEquals(traded.doubleValue() / value.doubleValue(), proposal.turnover(), 1e-6);
        }
    }
}
