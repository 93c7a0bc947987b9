package dev.vesper.limits.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two rules and two orders: what is left of what was said. */
class OrderVerdictsTest {
    private static final RuleVersion SHORT = new RuleVersion("no-short", "0123456789ab");
    private static final RuleVersion WASH = new RuleVersion("wash-sale", "ba9876543210");
    private static final AccountBook BOOK = Books.cash(100_000)
            .orders(Orders.buy("1", "IBM", 300), Orders.buy("2", "XOM", 40))
            .book();
    private static final Order FIRST = Order.of(BOOK).getFirst();
    private static final Order SECOND = Order.of(BOOK).getLast();

    private final OrderVerdicts verdicts = new OrderVerdicts();

    @Test
    void aRuleThatSaysNothingPassesOnceForTheAccount() {
        verdicts.deny(WASH, FIRST, "sold at a loss", "a buy after Friday", Map.of("limit", new BigDecimal("30")));
        List<Verdict> said = said();
        assertEquals(
                new Verdict(
                        WASH,
                        Outcome.DENY,
                        "ACC1",
                        "1",
                        "sold at a loss",
                        Verdict.numbers(Map.of("limit", new BigDecimal("30"), "requested", FIRST.quantity())),
                        "a buy after Friday",
                        Optional.empty()),
                said.getFirst());
        assertEquals(
                new Verdict(
                        SHORT,
                        Outcome.PASS,
                        "ACC1",
                        "ACC1",
                        "All 2 orders keep this rule.",
                        Verdict.numbers(Map.of("checked", BigDecimal.TWO)),
                        "",
                        Optional.empty()),
                said.getLast());
        assertEquals(2, said.size());
    }

    @Test
    void ofABookWithoutOrdersNothingIsSaid() {
        assertEquals(List.of(), verdicts.of(BOOK.withOrders(List.of()), List.of(SHORT, WASH)));
    }

    @Test
    void oneOrderKeepsARuleInTheSingular() {
        AccountBook one = BOOK.withOrders(List.of(BOOK.orders().getFirst()));
        assertEquals(
                "The order keeps this rule.",
                verdicts.of(one, List.of(SHORT)).getFirst().reason());
    }

    @Test
    void theMostSevereOfARuleAndOrderHolds() {
        verdicts.warn(WASH, FIRST, "a", "", Map.of());
        verdicts.deny(WASH, FIRST, "b", "", Map.of());
        verdicts.cut(WASH, FIRST, BigDecimal.TEN, "c", Map.of());
        assertEquals(List.of("wash-sale DENY b"), broken());
    }

    @Test
    void ofTwoThatAreEquallySevereTheFirstByItsTextHolds() {
        verdicts.deny(WASH, FIRST, "lot 2 is young", "", Map.of());
        verdicts.deny(WASH, FIRST, "lot 1 is young", "", Map.of());
        verdicts.deny(WASH, FIRST, "lot 3 is young", "", Map.of());
        assertEquals(List.of("wash-sale DENY lot 1 is young"), broken());
    }

    @Test
    void whatIsSaidIsInTheOrderOfRulesThenOrders() {
        verdicts.warn(WASH, SECOND, "d", "", Map.of());
        verdicts.warn(WASH, FIRST, "c", "", Map.of());
        verdicts.warn(SHORT, SECOND, "b", "", Map.of());
        verdicts.warn(SHORT, FIRST, "a", "", Map.of());
        assertEquals(List.of("no-short WARN a", "no-short WARN b", "wash-sale WARN c", "wash-sale WARN d"), broken());
    }

    @Test
    void aCutLeavesWholeLotsAndSaysWhatWouldPass() {
        verdicts.cut(SHORT, FIRST, new BigDecimal("257.9"), "too many", Map.of());
        Verdict cut = said().getFirst();
        BigDecimal lots =
                new BigDecimal("257.9").divideToIntegralValue(FIRST.lotSize()).multiply(FIRST.lotSize());
        assertEquals(Outcome.CUT, cut.outcome());
        assertEquals(0, cut.permitted().orElseThrow().compareTo(lots));
        assertEquals("at most " + cut.permitted().orElseThrow().toPlainString() + " units", cut.wouldPass());
        assertEquals(cut.permitted().orElseThrow(), cut.numbers().get("permitted"));
    }

    @Test
    void aCutToLessThanALotRemovesTheOrder() {
        verdicts.cut(SHORT, FIRST, new BigDecimal("-5"), "nothing is held", Map.of());
        Verdict denied = said().getFirst();
        assertEquals(Outcome.DENY, denied.outcome());
        assertEquals(Optional.empty(), denied.permitted());
        assertEquals("", denied.wouldPass());
    }

    private List<Verdict> said() {
        return verdicts.of(BOOK, List.of(SHORT, WASH));
    }

    private List<String> broken() {
        return said().stream()
                .filter(v -> v.outcome() != Outcome.PASS)
                .map(v -> v.rule().name() + " " + v.outcome() + " " + v.reason())
                .toList();
    }
}
