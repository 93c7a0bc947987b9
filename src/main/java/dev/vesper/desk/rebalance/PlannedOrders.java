package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.util.ArrayList;
import java.util.List;

/** The orders that a plan asks for, before any rule has seen them: the plan is kept, so they can be made again. */
final class PlannedOrders {
    private PlannedOrders() {}

    static List<ParentOrder> of(RunId run, RunMarket bound, AccountPlan plan) {
        List<ParentOrder> orders = new ArrayList<>();
        for (var trade : plan.proposal().trades()) {
            Instrument instrument = bound.snapshot().instrument(trade.symbol());
            orders.add(new ParentOrder(
                    run + "-" + plan.account().id() + "-" + trade.symbol(),
                    plan.account().id(),
                    trade.symbol(),
                    trade.side(),
                    trade.quantity(),
                    instrument.lotSize(),
                    instrument.tickSize(),
                    bound.snapshot().close(trade.symbol()).price(),
                    instrument.currency(),
                    bound.firm().settings().execution().strategy(),
                    trade.side() == Side.SELL ? trade.lots() : List.of()));
        }
        return orders;
    }
}
