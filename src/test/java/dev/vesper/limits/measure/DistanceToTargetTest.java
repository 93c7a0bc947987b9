package dev.vesper.limits.measure;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.Yardsticks;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.PastReturns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 60 % A and 40 % cash of 100,000, where 50 % A, 45 % B and 5 % cash should be. */
class DistanceToTargetTest {
    private static final Yardsticks TARGET =
            new Yardsticks(new TreeMap<>(Map.of("A", 0.5, "B", 0.45)), PastReturns.NONE);

    @Test
    void itIsHalfOfAllDifferencesAndCashIsOneOfThem() {
        assertEquals("0.450000 of which 0", distance());
        assertEquals("0.150000 of which 0", distance(buy("1", "B", 300)));
        assertEquals("0.050000 of which 0", distance(buy("1", "B", 450), sell("2", "A", 50)));
        assertEquals("0.450000 of which 0", distance(buy("1", "A", 100)), "as much further in A as nearer in cash");
        assertEquals("0.650000 of which 0.2", distance(sell("1", "A", 300)));
    }

    @Test
    void theOrdersThatLeadAwayClaimWhatIsRaised() {
        LimitUtilisation used = used(buy("1", "A", 400), sell("2", "B", 50));
        assertEquals("0.500000", used.used().toPlainString());
        assertEquals(
                List.of("1 0.0444", "2 0.0056"),
                used.claims().stream()
                        .map(claim -> claim.order().id() + " " + claim.use().setScale(4, RoundingMode.HALF_EVEN))
                        .toList());
    }

    @Test
    void whatLeadsAwayTooFarIsDeniedAndWhatLeadsThereIsNot() {
        LimitTable table =
                Tables.always(new DistanceToTarget(), Optional.of("0.25"), Optional.empty(), LimitAction.DENY);
        assertEquals(
                List.of("ACC1 WARN"),
                said(table, buy("1", "B", 100)),
                "0.35 is too far, but it was 0.45: a passive breach");
        assertEquals(List.of("1 DENY", "ACC1 DENY"), said(table, sell("1", "A", 300)));
        Verdict shared = new BookCheck(List.of(table), _ -> new ArrayList<>())
                .check(book(sell("1", "A", 300)))
                .getLast();
        assertTrue(
                shared.reason()
                        .startsWith("The distance of ACC1 to its target would be 65% of the account's value, above the"
                                + " limit of 25% (row 1)"),
                shared.reason());
    }

    @Test
    void withoutATargetNobodyKnowsIt() {
        AccountBook book = Books.cash(1_000).orders(buy("1", "IBM", 10)).book();
        for (LimitAction action : List.of(LimitAction.WARN, LimitAction.DENY)) {
            LimitTable table = Tables.always(new DistanceToTarget(), Optional.of("0.25"), Optional.empty(), action);
            assertEquals(
                    "The effect on the distance to the target of IBM is unknown: the account has no target weights.",
                    new BookCheck(List.of(table), _ -> new ArrayList<>())
                            .check(book)
                            .getFirst()
                            .reason());
        }
        assertEquals(List.of(), new DistanceToTarget().of(ValuedBook.of(book.withOrders(List.of()))));
    }

    private static List<String> said(LimitTable table, ParentOrder... orders) {
        return new BookCheck(List.of(table), _ -> new ArrayList<>())
                .check(book(orders)).stream()
                        .map(verdict -> verdict.subject() + " " + verdict.outcome())
                        .toList();
    }

    private static String distance(ParentOrder... orders) {
        LimitUtilisation used = used(orders);
        BigDecimal claimed = used.claimed().setScale(9, RoundingMode.HALF_EVEN);
        return used.used().toPlainString() + " of which "
                + (claimed.signum() == 0 ? "0" : claimed.stripTrailingZeros().toPlainString());
    }

    private static LimitUtilisation used(ParentOrder... orders) {
        return ((Measured.Used)
                        new DistanceToTarget().of(ValuedBook.of(book(orders))).getFirst())
                .used();
    }

    private static AccountBook book(ParentOrder... orders) {
        return Books.cash(40_000).holds("A", 600).orders(orders).book().withYardsticks(TARGET);
    }
}
