package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetVerdictsTest {
    @Test
    void eachInstrumentThatIsLeftOutAndNotHeldIsToldWithItsReason() {
        List<Verdict> told = TargetVerdicts.notBought(
                "ACC1", new TreeMap<>(Map.of("NEW", "Expected 252 closes, but there are 20", "OLD", "No price")));
        assertEquals(
                List.of("ACC1/NEW", "ACC1/OLD"),
                told.stream().map(Verdict::subject).toList());
        assertEquals(Outcome.WARN, told.getFirst().outcome());
        assertEquals(
                "NEW is left out and not held: it has no target weight, so ACC1 buys none. Expected 252 closes, but there"
                        + " are 20.",
                told.getFirst().reason());
        assertEquals("", told.getFirst().remedy());
    }

    @Test
    void whatWouldPassStandsOnlyWhereSomethingDidNot() {
        for (Outcome outcome : Outcome.values()) {
            Verdict verdict = new Verdict(
                    TargetVerdicts.RULE,
                    outcome,
                    "A",
                    "A",
                    "why",
                    new TreeMap<>(),
                    "fewer",
                    java.util.Optional.empty());
            assertEquals(outcome.acts() ? "fewer" : "", verdict.remedy());
        }
    }
}
