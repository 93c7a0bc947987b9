package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.rebalance.ProposedTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The orders of a run that planned trades make, at the prices of its market. */
record PlannedOrders(RunId run, Firm firm, MarketSnapshot market) {
    List<ParentOrder> of(String account, List<ProposedTrade> trades) {
        List<ParentOrder> orders = new ArrayList<>();
        for (ProposedTrade trade : trades) {
            Instrument instrument = market.instrument(trade.symbol());
            orders.add(new ParentOrder(
                    String.format(Locale.ROOT, "%s-%s-%s", run, account, trade.symbol()),
                    account,
                    trade.symbol(),
                    trade.side(),
                    trade.quantity(),
                    instrument.lotSize(),
                    instrument.tickSize(),
                    market.close(trade.symbol()).price(),
                    instrument.currency(),
                    firm.settings().execution().strategy(),
                    trade.side() == Side.SELL ? trade.lots() : List.of()));
        }
        return orders;
    }
}
