package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A run of the {@link SmallFirm} in which Anna sells of her S00, in one slice, to the lit venue, without a fee. */
public final class AnnasSale {
    private AnnasSale() {}

    /** Decided, sent, filled and booked. */
    public static void in(RunId run, Memory memory, Firm firm, long units, long price) {
        TaxLot lot = firm.lots().getFirst();
        BigDecimal quantity = BigDecimal.valueOf(units);
        BigDecimal paid = BigDecimal.valueOf(price);
        ParentOrder sale = new ParentOrder(
                run + "-ANNA-S00",
                lot.account(),
                lot.symbol(),
                Side.SELL,
                quantity,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                paid,
                "USD",
                firm.settings().execution().strategy(),
                List.of(new LotChoice(lot.id(), quantity)));
        memory.saveRebalance(run, Stream.of(new RebalanceResult(List.of(), List.of(sale), List.of())), firm.lots());
        String child = sale.id() + "-0-LIT";
        List<ChildOrder> children =
                List.of(new ChildOrder(child, sale.id(), 0, "LIT", lot.symbol(), Side.SELL, quantity, paid, 0, 1));
        SliceSaves.send(memory.orders, run, 0, children);
        SliceSaves.book(
                memory.orders,
                run,
                children,
                List.of(new ChildOutcome(child, ChildOutcome.State.FILLED, quantity, "")),
                List.of(new Fill(
                        "LIT",
                        child + "/1",
                        child,
                        sale.id(),
                        lot.account(),
                        lot.symbol(),
                        Side.SELL,
                        quantity,
                        paid,
                        BigDecimal.ZERO,
                        0)));
    }
}
