package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An account worth 100,000; orders at 100 in lots of 10. */
class LimitCheckTest {
    private static final RiskLimit CUT = limit("0.25", "0.20", LimitAction.CUT);

    @Test
    void theSentenceHoldsTheValuesAndTheRow() {
        Verdict verdict = only(used(0, buy("1", "IBM", 310)), CUT);
        assertEquals(
                "IBM would be 31% of the account's value, above the limit of 25% (row 2): cut from 310 to 250 units.",
                verdict.reason());
        assertEquals("at most 250 units", verdict.wouldPass());
        assertEquals(
                "{limit=0.25, permitted=250, requested=310, used=0.310000, warning=0.20}",
                verdict.numbers().toString());
    }

    @Test
    void whatIsShownNeverLooksSmallerThanItIs() {
        Verdict verdict = only(
                new LimitUtilisation(
                        "ACC1",
                        "1",
                        "IBM",
                        Unit.SHARE_OF_VALUE,
                        new BigDecimal("99999"),
                        BigDecimal.ZERO,
                        List.of(claim(buy("1", "IBM", 250)))),
                CUT);
        assertEquals(Outcome.CUT, verdict.outcome());
        assertEquals("0.250003", verdict.numbers().get("used").toPlainString());
    }

    @Test
    void sharedCutsAreProRata() {
        List<Verdict> verdicts = LimitCheck.judge(shared(10_000, buy("1", "A", 200), buy("2", "B", 100)), CUT);
        assertEquals(List.of("ACC1/Energy CUT", "1 CUT 100", "2 CUT 50"), short_(verdicts));
    }

    @Test
    void sharedDenialsRemoveTheLastFirstUntilTheRestFits() {
        List<Verdict> verdicts = LimitCheck.judge(
                shared(0, buy("1", "A", 200), buy("2", "B", 40), buy("3", "C", 100)),
                limit("0.25", "0.20", LimitAction.DENY));
        assertEquals(List.of("ACC1/Energy DENY", "3 DENY"), short_(verdicts));
    }

    @Test
    void aPassiveBreachIsToldAndStopsNobody() {
        assertEquals(List.of("ACC1/Energy WARN"), short_(LimitCheck.judge(shared(40_000), CUT)));
    }

    @Test
    void whereNothingMoreFitsTheBuyIsRemoved() {
        List<Verdict> verdicts = LimitCheck.judge(shared(40_000, buy("1", "A", 200)), CUT);
        assertEquals(List.of("ACC1/Energy CUT", "1 DENY"), short_(verdicts));
    }

    @Test
    void aTableThatOnlyWarnsCutsNothing() {
        assertEquals(
                Outcome.WARN,
                only(used(0, buy("1", "IBM", 310)), limit("0.25", "0.20", LimitAction.WARN))
                        .outcome());
    }

    @Test
    void withoutALimitEverythingPasses() {
        RiskLimit none =
                new RiskLimit(new RuleVersion("x", "v"), Optional.empty(), Optional.empty(), LimitAction.WARN, 1);
        assertEquals(Outcome.PASS, only(used(0, buy("1", "IBM", 9000)), none).outcome());
    }

    @Test
    void aSellThroughZeroIsCutOnlyWhereItGoesShort() {
        Holdings holdings = new Holdings(
                BigDecimal.ZERO, new TreeMap<>(Map.of("IBM", BigDecimal.valueOf(105))), Map.of("IBM", BigDecimal.TEN));
        Holdings.Effect effect =
                holdings.effects(List.of(sell("1", "IBM", 300))).getFirst();
        assertEquals(BigDecimal.valueOf(100), effect.reducing());
        assertEquals(BigDecimal.valueOf(200), effect.increasing());
    }

    @Test
    void aSecondSellOfTheSameSymbolFollowsTheFirst() {
        Holdings holdings = new Holdings(
                BigDecimal.ZERO, new TreeMap<>(Map.of("IBM", BigDecimal.valueOf(100))), Map.of("IBM", BigDecimal.TEN));
        List<String> reducing = holdings.effects(List.of(sell("1", "IBM", 70), sell("2", "IBM", 70))).stream()
                .map(e -> e.reducing().toPlainString())
                .toList();
        assertEquals(List.of("70", "30"), reducing);
    }

    private static Verdict only(LimitUtilisation used, RiskLimit limit) {
        List<Verdict> verdicts = LimitCheck.judge(used, limit);
        assertEquals(1, verdicts.size(), verdicts::toString);
        return verdicts.getFirst();
    }

    private static List<String> short_(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(v -> v.subject() + " " + v.outcome()
                        + v.permitted().map(p -> " " + p.toPlainString()).orElse(""))
                .toList();
    }

    private static LimitUtilisation used(long kept, ParentOrder order) {
        return utilisation(order.id(), "IBM", kept, order);
    }

    private static LimitUtilisation shared(long kept, ParentOrder... orders) {
        return utilisation("ACC1/Energy", "Energy", kept, orders);
    }

    private static LimitUtilisation utilisation(String subject, String what, long kept, ParentOrder... orders) {
        return new LimitUtilisation(
                "ACC1",
                subject,
                what,
                Unit.SHARE_OF_VALUE,
                BigDecimal.valueOf(100_000),
                BigDecimal.valueOf(kept),
                Stream.of(orders).map(LimitCheckTest::claim).toList());
    }

    private static Claim claim(ParentOrder order) {
        return new Claim(order, BigDecimal.ZERO, order.decisionPrice());
    }

    private static RiskLimit limit(String limit, String warning, LimitAction action) {
        return new RiskLimit(
                new RuleVersion("position-weight", "v"),
                Optional.of(new BigDecimal(limit)),
                Optional.of(new BigDecimal(warning)),
                action,
                2);
    }
}
