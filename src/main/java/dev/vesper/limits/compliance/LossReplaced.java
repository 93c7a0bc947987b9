package dev.vesper.limits.compliance;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.HouseholdMember;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A loss that a sale would realise, but of which so many units are replaced by younger ones: bought by any account of the
 * household in the last {@value #WINDOW_DAYS} days and still held once the sale is done. Example: 100 that cost 120 and 50 of three weeks ago
 * that cost 130, 101 sold at 110: 49 young units stay and replace 49 of the old ones, so 490.00 of the loss of 1,000.00
 * would be disallowed.
 *
 * <p>Each bought unit replaces one sold unit, once; the earliest lots come first on both sides. Units of one lot do not
 * replace each other, and a gain is never looked at. Source: 26 USC 1091, 26 CFR 1.1091-1.
 *
 * @param lotId the lot sold at a loss
 * @param sold units of it that are sold
 * @param replaced units of those that are replaced, greater than zero
 * @param disallowed loss on the replaced units, greater than zero, in the account's currency, to the cent
 * @param loss on all units sold of the lot, greater than zero, to the cent
 * @param bought the day of the earliest purchase that replaces them
 * @param daysAgo calendar days from that day to that of the sale
 * @param until the last day on which the sale would still be a wash sale
 */
public record LossReplaced(
        String orderId,
        String lotId,
        String symbol,
        BigDecimal sold,
        BigDecimal replaced,
        BigDecimal disallowed,
        BigDecimal loss,
        LocalDate bought,
        int daysAgo,
        LocalDate until)
        implements ComplianceFact {
    /** Calendar days before a sale, and after it, within which a purchase replaces what was sold at a loss. */
    public static final int WINDOW_DAYS = 30;

    /** Units bought on one day that have replaced nothing yet. */
    private static final class Purchase {
        private final String lotId;
        private final LocalDate day;
        private BigDecimal left;

        Purchase(String lotId, LocalDate day, BigDecimal left) {
            this.lotId = lotId;
            this.day = day;
            this.left = left;
        }
    }

    private record Chosen(LotChoice choice, TaxLot lot) {}

    /** One for each lot that is sold at a loss and replaced in whole or in part, the earliest lot first. */
    static List<LossReplaced> of(AccountBook book) {
        Map<String, TaxLot> lots = new HashMap<>();
        book.lots().forEach(lot -> lots.put(lot.id(), lot));
        Map<String, BigDecimal> sold = new HashMap<>();
        book.orders()
                .forEach(order ->
                        order.lots().forEach(choice -> sold.merge(choice.lotId(), choice.quantity(), BigDecimal::add)));
        List<LossReplaced> all = new ArrayList<>();
        if (book.account().terms().retirement()) {
            return all;
        }
        Map<String, List<Purchase>> purchases = new HashMap<>();
        for (ParentOrder order : book.orders()) {
            if (order.side() == Side.SELL) {
                List<Purchase> young =
                        purchases.computeIfAbsent(order.symbol(), symbol -> purchases(book, symbol, sold));
                List<Chosen> chosen = new ArrayList<>();
                for (LotChoice choice : order.lots()) {
                    TaxLot lot = lots.get(choice.lotId());
                    if (lot != null) {
                        chosen.add(new Chosen(choice, lot));
                    }
                }
                chosen.sort(Comparator.comparing((Chosen c) -> c.lot.acquired()).thenComparing(c -> c.choice.lotId()));
                chosen.forEach(c -> replaced(book, order, c.choice, c.lot, young, all));
            }
        }
        return all;
    }

    private static void replaced(
            AccountBook book,
            ParentOrder order,
            LotChoice choice,
            TaxLot lot,
            List<Purchase> young,
            List<LossReplaced> all) {
        BigDecimal lossEach = lot.cost().subtract(order.decisionPrice());
        BigDecimal open = choice.quantity();
        LocalDate first = book.sessions().of(lot.symbol());
        LocalDate last = LocalDate.MIN;
        for (Purchase purchase : young) {
            BigDecimal taken = purchase.left.min(open);
            if (lossEach.signum() > 0 && taken.signum() > 0 && !purchase.lotId.equals(lot.id())) {
                purchase.left = purchase.left.subtract(taken);
                open = open.subtract(taken);
                first = purchase.day.isBefore(first) ? purchase.day : first;
                last = purchase.day.isAfter(last) ? purchase.day : last;
            }
        }
        BigDecimal replaced = choice.quantity().subtract(open);
        if (replaced.signum() > 0) {
            all.add(new LossReplaced(
                    order.id(),
                    lot.id(),
                    lot.symbol(),
                    choice.quantity(),
                    replaced,
                    Money.cents(lossEach.multiply(replaced)),
                    Money.cents(lossEach.multiply(choice.quantity())),
                    first,
                    DaysAgo.of(book, lot.symbol(), first),
                    last.plusDays(WINDOW_DAYS)));
        }
    }

    /** What was bought in the window and stays, the earliest first: lots held, and purchases that no lot tells of. */
    private static List<Purchase> purchases(AccountBook book, String symbol, Map<String, BigDecimal> sold) {
        List<Purchase> purchases = new ArrayList<>();
        add(purchases, book, symbol, book.lots(), book.recentTrades(), sold);
        for (HouseholdMember member : book.household()) {
            add(purchases, book, symbol, member.lots(), member.trades(), Map.of());
        }
        purchases.sort(Comparator.comparing((Purchase purchase) -> purchase.day));
        return purchases;
    }

    /** What one account bought; what replaces an earlier loss already is spent. */
    private static void add(
            List<Purchase> purchases,
            AccountBook book,
            String symbol,
            List<TaxLot> lots,
            List<AccountBook.RecentTrade> trades,
            Map<String, BigDecimal> sold) {
        Map<LocalDate, BigDecimal> told = new HashMap<>();
        for (TaxLot lot : lots) {
            if (lot.symbol().equals(symbol) && lot.quantity().signum() > 0 && inWindow(book, symbol, lot.acquired())) {
                told.merge(lot.acquired(), lot.quantity(), BigDecimal::add);
                if (!lot.heldSince().isBefore(lot.acquired())) {
                    purchases.add(new Purchase(
                            lot.id(),
                            lot.acquired(),
                            lot.quantity().subtract(sold.getOrDefault(lot.id(), BigDecimal.ZERO))));
                }
            }
        }
        for (AccountBook.RecentTrade trade : trades) {
            if (trade.symbol().equals(symbol) && trade.side() == Side.BUY && inWindow(book, symbol, trade.date())) {
                BigDecimal known = told.getOrDefault(trade.date(), BigDecimal.ZERO);
                BigDecimal unknown = trade.quantity().subtract(known).max(BigDecimal.ZERO);
                told.put(trade.date(), known.subtract(trade.quantity()).max(BigDecimal.ZERO));
                purchases.add(new Purchase("", trade.date(), unknown));
            }
        }
    }

    private static boolean inWindow(AccountBook book, String symbol, LocalDate day) {
        int ago = DaysAgo.of(book, symbol, day);
        return ago >= 0 && ago <= WINDOW_DAYS;
    }
}
