package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sell order takes from one tax lot. Example: 60 of a lot that cost 120, sold at 100, is a gain of -1,200.
 *
 * @param quantity units taken
 * @param gain units taken times (decision price minus cost), in the account's currency, negative for a loss
 */
public record LotSold(
        String orderId, String lotId, String symbol, LocalDate acquired, BigDecimal quantity, BigDecimal gain)
        implements ComplianceFact {

    /** A lot that the book does not hold gives no fact: its cost is not known. */
    static List<LotSold> of(AccountBook book) {
        Map<String, TaxLot> lots = new HashMap<>();
        book.lots().forEach(lot -> lots.put(lot.id(), lot));
        List<LotSold> sold = new ArrayList<>();
        for (ParentOrder order : book.orders()) {
            for (LotChoice choice : order.lots()) {
                TaxLot lot = lots.get(choice.lotId());
                if (lot != null) {
                    sold.add(of(order, choice.quantity(), lot));
                }
            }
        }
        return sold;
    }

    private static LotSold of(ParentOrder order, BigDecimal units, TaxLot lot) {
        BigDecimal gain = order.decisionPrice().subtract(lot.cost()).multiply(units);
        return new LotSold(order.id(), lot.id(), lot.symbol(), lot.acquired(), units, gain);
    }
}
