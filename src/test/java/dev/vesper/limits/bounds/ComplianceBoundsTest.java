package dev.vesper.limits.bounds;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComplianceBoundsTest {
    private final List<AccountBook> asked = new ArrayList<>();
    private final List<ParentOrder> trials =
            List.of(buy("b1", "IBM", 10), buy("b2", "XOM", 10), sell("s1", "IBM", 200), sell("s2", "XOM", 300));

    @Test
    void whatIsDeniedIsZeroAndWhatIsCutIsWhatIsPermitted() {
        List<OrderBound> bounds =
                ComplianceBounds.of(this::judge, Books.cash(1_000).book(), trials);
        assertEquals(
                List.of("XOM BUY 0 not XOM", "IBM SELL 100 not so many"),
                bounds.stream()
                        .map(b -> b.symbol() + " " + b.side() + " " + b.units() + " "
                                + b.why().said())
                        .toList());
        Bounds all = Bounds.NONE.and(bounds);
        assertTrue(all.allows("IBM", Side.SELL, BigDecimal.valueOf(100)));
        assertFalse(all.allows("IBM", Side.SELL, BigDecimal.valueOf(110)));
        assertTrue(all.allows("IBM", Side.BUY, BigDecimal.valueOf(1_000_000)));
    }

    /** A purchase and a sale of one instrument are never proposed together, and would look like a wash sale. */
    @Test
    void purchasesAndSalesAreAskedApart() {
        ComplianceBounds.of(this::judge, Books.cash(1_000).book(), trials);
        assertEquals(
                List.of(trials.subList(0, 2), trials.subList(2, 4)),
                asked.stream().map(AccountBook::orders).toList());
    }

    private List<Verdict> judge(AccountBook book) {
        asked.add(book);
        return book.orders().getFirst().side() == Side.BUY
                ? List.of(verdict("b2", Outcome.DENY, "not XOM", Optional.empty()))
                : List.of(
                        verdict("s1", Outcome.CUT, "not so many", Optional.of(BigDecimal.valueOf(100))),
                        verdict("s2", Outcome.WARN, "look at it", Optional.empty()),
                        verdict("ACC1", Outcome.PASS, "2 orders checked", Optional.empty()));
    }

    private static Verdict verdict(String subject, Outcome outcome, String reason, Optional<BigDecimal> permitted) {
        return new Verdict(
                new RuleVersion("any", "1"), outcome, "ACC1", subject, reason, new TreeMap<>(), "", permitted);
    }
}
