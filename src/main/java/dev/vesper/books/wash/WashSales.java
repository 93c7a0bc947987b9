package dev.vesper.books.wash;

import dev.vesper.books.LotId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the losses that purchases of the same household replace. Source: 26 USC 1091, 26 CFR 1.1091-1, Rev. Rul. 2008-5.
 *
 * <ul>
 *   <li>A purchase replaces what was sold within {@value #WINDOW_DAYS} days before or after it, both ends in, by trade date,
 *       of the same instrument, whoever of the household sold and bought.
 *   <li>Losses come in the order of the sales, those of one day in the order in which they were acquired; purchases in the
 *       order in which they were made, those of one day taxable accounts first. Nothing depends on the order of the input.
 *   <li>A bought unit replaces one sold unit, once. Units of one purchase do not replace each other.
 *   <li>Only what is still held replaces anything, and a gain is never looked at.
 * </ul>
 */
public final class WashSales {
    /** Calendar days before a sale, and after it, within which a purchase replaces what was sold at a loss. */
    public static final int WINDOW_DAYS = 30;

    private static final Comparator<LotId> BY_PURCHASE = Comparator.comparing(LotId::acquired)
            .thenComparing(LotId::account)
            .thenComparingInt(LotId::number)
            .thenComparing(LotId::toString);

    private static final Comparator<LossSale> BY_SALE = Comparator.comparing(LossSale::sold)
            .thenComparing(LossSale::lot, BY_PURCHASE)
            .thenComparing(LossSale::sale);

    private static final Comparator<Purchase> FIRST_BOUGHT = Comparator.comparing(
                    (Purchase purchase) -> purchase.lot().acquired())
            .thenComparing(Purchase::retirement)
            .thenComparing(Purchase::lot, BY_PURCHASE);

    private WashSales() {}

    /** Whether a purchase of one day replaces what is sold on another. */
    public static boolean inWindow(LocalDate bought, LocalDate sold) {
        return Math.abs(ChronoUnit.DAYS.between(bought, sold)) <= WINDOW_DAYS;
    }

    /**
     * What the purchases replace.
     *
     * @param losses of taxable accounts of one household and one currency
     * @param purchases of all accounts of that household; each lot once
     * @return in the order in which they are found: by losses, then by purchases
     */
    public static List<WashSale> of(List<LossSale> losses, List<Purchase> purchases) {
        Map<String, List<Purchase>> bySymbol = new HashMap<>();
        purchases.stream()
                .filter(purchase -> purchase.lot().replaces() == null) // a replacement share is spent
                .sorted(FIRST_BOUGHT)
                .forEach(purchase -> bySymbol.computeIfAbsent(purchase.lot().symbol(), _ -> new ArrayList<>())
                        .add(purchase));
        Map<LotId, BigDecimal> spent = new HashMap<>();
        List<WashSale> found = new ArrayList<>();
        for (LossSale loss : losses.stream().sorted(BY_SALE).toList()) {
            LossSale open = loss;
            for (Purchase purchase : bySymbol.getOrDefault(loss.lot().symbol(), List.of())) {
                BigDecimal left = purchase.units().subtract(spent.getOrDefault(purchase.lot(), BigDecimal.ZERO));
                BigDecimal units = left.min(open.open());
                if (units.signum() > 0 && replaces(purchase.lot(), open)) {
                    BigDecimal disallowed = open.lossOnNext(units);
                    if (disallowed.signum() > 0) {
                        found.add(new WashSale(open, purchase.lot(), units, disallowed, purchase.retirement()));
                    }
                    spent.merge(purchase.lot(), units, BigDecimal::add);
                    open = open.withReplaced(units);
                }
            }
        }
        return found;
    }

    private static boolean replaces(LotId bought, LossSale loss) {
        return inWindow(bought.acquired(), loss.sold())
                && !bought.purchase().equals(loss.lot().purchase());
    }
}
