package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.lot;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    @Test
    void aDenialRemovesTheOrderAndNamesEveryRuleThatDenies() {
        Verdict list = verdict("restricted-list", "1", Outcome.DENY, 0);
        Verdict stale = verdict("stale-price", "1", Outcome.DENY, 0);
        Decisions made = Decisions.apply(
                List.of(buy("1", "IBM", 100), buy("2", "XOM", 50)),
                List.of(verdict("position-weight", "1", Outcome.CUT, 20), list, stale));
        assertEquals(List.of(buy("2", "XOM", 50)), made.orders());
        assertEquals(
                List.of(new Decisions.Change(buy("1", "IBM", 100), Optional.empty(), List.of(list, stale))),
                made.changes());
    }

    @Test
    void theSmallestPermittedQuantityWinsInWholeLots() {
        Verdict narrow = verdict("order-notional", "1", Outcome.CUT, 47);
        Decisions made = Decisions.apply(
                List.of(buy("1", "IBM", 100)), List.of(verdict("position-weight", "1", Outcome.CUT, 80), narrow));
        assertEquals(List.of(buy("1", "IBM", 40)), made.orders());
        assertEquals(List.of(narrow), made.changes().getFirst().because());
    }

    @Test
    void lessThanOneLotIsNoOrder() {
        Decisions made = Decisions.apply(List.of(buy("1", "IBM", 100)), List.of(verdict("x", "1", Outcome.CUT, 9)));
        assertEquals(List.of(), made.orders());
        assertTrue(made.changes().getFirst().left().isEmpty());
    }

    @Test
    void aCutSellKeepsItsFirstTaxLots() {
        Decisions made = Decisions.apply(
                List.of(sell("1", "IBM", 100, lot("a", 30), lot("b", 50), lot("c", 20))),
                List.of(verdict("x", "1", Outcome.CUT, 60)));
        assertEquals(List.of(sell("1", "IBM", 60, lot("a", 30), lot("b", 30))), made.orders());
    }

    @Test
    void warningsAndOtherSubjectsChangeNothing() {
        List<Verdict> verdicts = List.of(
                verdict("position-weight", "1", Outcome.WARN, 0),
                verdict("sector-weight", "ACC1/Energy", Outcome.DENY, 0),
                verdict("gross-exposure", "ACC1", Outcome.PASS, 0));
        Decisions made = Decisions.apply(List.of(buy("1", "IBM", 100)), verdicts);
        assertEquals(new Decisions(List.of(buy("1", "IBM", 100)), List.of()), made);
    }

    @Test
    void applyingTwiceIsApplyingOnce() {
        List<Verdict> verdicts = List.of(verdict("x", "1", Outcome.CUT, 60));
        Decisions once = Decisions.apply(List.of(sell("1", "IBM", 100, lot("a", 100))), verdicts);
        assertEquals(once.orders(), Decisions.apply(once.orders(), verdicts).orders());
    }

    @Test
    void aCutThatSaysNotToWhatIsAMistakeOfTheRule() {
        Verdict silent = new Verdict(
                new RuleVersion("x", "v"),
                Outcome.CUT,
                "ACC1",
                "1",
                "because",
                Verdict.numbers(Map.of()),
                "",
                Optional.empty());
        assertThrows(
                IllegalArgumentException.class, () -> Decisions.apply(List.of(buy("1", "IBM", 100)), List.of(silent)));
    }

    private static Verdict verdict(String rule, String subject, Outcome outcome, long permitted) {
        return new Verdict(
                new RuleVersion(rule, "v"),
                outcome,
                "ACC1",
                subject,
                "because",
                Verdict.numbers(Map.of()),
                "",
                outcome == Outcome.CUT ? Optional.of(BigDecimal.valueOf(permitted)) : Optional.empty());
    }
}
