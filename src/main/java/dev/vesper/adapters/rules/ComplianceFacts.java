package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.facts.LotHeld;
import dev.vesper.adapters.rules.facts.LotSold;
import dev.vesper.adapters.rules.facts.Order;
import dev.vesper.adapters.rules.facts.Restricted;
import dev.vesper.adapters.rules.facts.Traded;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.BusinessDays;
import dev.vesper.limits.Holdings;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an account's book into the facts that compliance rules read. */
final class ComplianceFacts {
    private ComplianceFacts() {}

    static List<Object> of(AccountBook book) {
        List<Object> facts = new ArrayList<>();
        Map<String, TaxLot> lots = new HashMap<>();
        for (TaxLot lot : book.lots()) {
            lots.put(lot.id(), lot);
            if (lot.quantity().signum() > 0) {
                facts.add(new LotHeld(
                        lot.id(), lot.symbol(), lot.acquired(), daysAgo(book, lot.acquired()), lot.quantity()));
            }
        }
        addOrders(book, lots, facts);
        for (AccountBook.RecentTrade trade : book.recentTrades()) {
            facts.add(new Traded(
                    trade.symbol(),
                    trade.date(),
                    daysAgo(book, trade.date()),
                    trade.sale(),
                    trade.quantity(),
                    trade.realisedGain()));
        }
        book.restricted().stream().distinct().forEach(symbol -> facts.add(new Restricted(symbol)));
        return facts;
    }

    private static void addOrders(AccountBook book, Map<String, TaxLot> lots, List<Object> facts) {
        Map<String, BigDecimal> held = new HashMap<>(Holdings.of(book).units());
        for (ParentOrder order : book.orders()) {
            BigDecimal before =
                    held.getOrDefault(order.symbol(), BigDecimal.ZERO).max(BigDecimal.ZERO);
            LocalDate priced = book.priceDates().get(order.symbol());
            facts.add(new Order(
                    order.id(),
                    order.account(),
                    order.symbol(),
                    order.side() == Side.BUY,
                    order.quantity(),
                    order.lotSize(),
                    order.decisionPrice(),
                    before,
                    book.shortAllowed(),
                    priced != null,
                    priced == null ? book.date() : priced,
                    priced == null ? 0 : BusinessDays.between(priced, book.date())));
            if (order.side() == Side.SELL) {
                held.put(order.symbol(), before.subtract(order.quantity()));
            }
            for (LotChoice choice : order.lots()) {
                addSold(order, choice, lots.get(choice.lotId()), facts);
            }
        }
    }

    private static void addSold(ParentOrder order, LotChoice choice, @Nullable TaxLot lot, List<Object> facts) {
        if (lot != null) {
            BigDecimal gain = order.decisionPrice().subtract(lot.cost()).multiply(choice.quantity());
            facts.add(new LotSold(order.id(), lot.id(), lot.symbol(), lot.acquired(), choice.quantity(), gain));
        }
    }

    private static int daysAgo(AccountBook book, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, book.date()));
    }
}
