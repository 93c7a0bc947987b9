package dev.vesper.books.reconcile;

import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The lots of one symbol: those of one day that are most alike belong together, whatever their numbers. What is left is
 * missing on the other side.
 */
final class LotMatching {
    /** Begins the number of a lot that the books do not have. */
    static final String NEW = "new-";

    private final String account;
    private final String currency;
    private final List<Break> breaks;

    /** @param breaks takes what differs */
    LotMatching(String account, String currency, List<Break> breaks) {
        this.account = account;
        this.currency = currency;
        this.breaks = breaks;
    }

    void match(List<StatedLot> stated, List<LotBalance> ours) {
        List<StatedLot> theirs = new ArrayList<>(stated);
        List<LotBalance> books = new ArrayList<>(ours);
        pair(theirs, books, (their, our) -> sameNumber(their, our) && sameUnits(their, our) && sameCost(their, our));
        pair(theirs, books, (their, our) -> sameUnits(their, our) && sameCost(their, our));
        pair(theirs, books, LotMatching::sameUnits);
        pair(theirs, books, LotMatching::sameNumber);
        pair(theirs, books, (_, _) -> true);
        Map<LocalDate, Integer> unknown = new HashMap<>();
        for (StatedLot their : theirs) {
            LocalDate acquired = their.id().acquired();
            add(
                    BreakKind.MISSING_LOT,
                    their.id().symbol() + "/" + acquired + "/" + NEW + unknown.merge(acquired, 1, Integer::sum),
                    BigDecimal.ZERO,
                    their.units(),
                    BigDecimal.ZERO,
                    their.cost(currency),
                    "the custodian has a lot that the books have not");
        }
        for (LotBalance our : books) {
            add(
                    BreakKind.MISSING_LOT,
                    named(our.id()),
                    our.units(),
                    BigDecimal.ZERO,
                    our.cost(),
                    BigDecimal.ZERO,
                    "the books have a lot that the custodian has not");
        }
    }

    /** Takes out every two lots of one day that fit, and says where they differ. */
    private void pair(List<StatedLot> theirs, List<LotBalance> books, BiPredicate<StatedLot, LotBalance> fits) {
        for (Iterator<StatedLot> left = theirs.iterator(); left.hasNext(); ) {
            StatedLot their = left.next();
            for (Iterator<LotBalance> candidates = books.iterator(); candidates.hasNext(); ) {
                LotBalance our = candidates.next();
                if (their.id().acquired().equals(our.id().acquired()) && fits.test(their, our)) {
                    left.remove();
                    candidates.remove();
                    compare(their, our);
                    break;
                }
            }
        }
    }

    private void compare(StatedLot their, LotBalance our) {
        boolean units = sameUnits(their, our);
        if (units && sameCost(their, our)) {
            return;
        }
        add(
                units ? BreakKind.COST : BreakKind.QUANTITY,
                named(our.id()),
                our.units(),
                their.units(),
                our.cost(),
                their.cost(currency),
                units ? "the same units cost something else: a price or a fee" : "the units of a lot differ");
    }

    /** Without its account. */
    private static String named(LotId lot) {
        return lot.toString().substring(lot.account().length() + 1);
    }

    private static boolean sameNumber(StatedLot their, LotBalance our) {
        return their.id().number() == our.id().number();
    }

    private static boolean sameUnits(StatedLot their, LotBalance our) {
        return their.units().compareTo(our.units()) == 0;
    }

    private static boolean sameCost(StatedLot their, LotBalance our) {
        BigDecimal cost = their.cost(our.currency());
        return cost.subtract(our.cost()).abs().compareTo(their.roundedAway()) <= 0;
    }

    private void add(
            BreakKind kind,
            String subject,
            BigDecimal ours,
            BigDecimal stated,
            BigDecimal oursCost,
            BigDecimal statedCost,
            String detail) {
        breaks.add(new Break(kind, account, subject, ours, stated, oursCost, statedCost, currency, List.of(), detail));
    }
}
