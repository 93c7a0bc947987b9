package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void aCaseNamesItByItsWord() {
        for (Outcome outcome : Outcome.values()) {
            assertEquals(Optional.of(outcome), Outcome.named(outcome.word()));
        }
        assertEquals(Optional.of(Outcome.DENY), Outcome.named("Deny"));
        assertEquals(Optional.empty(), Outcome.named("denied"));
    }

    @Test
    void onlyCutsAndDenialsChangeAnOrder() {
        assertEquals(
                List.of(Outcome.CUT, Outcome.DENY),
                Stream.of(Outcome.values()).filter(Outcome::acts).toList());
    }

    @Test
    void rulesAreOrderedByNameThenVersion() {
        RuleVersion old = new RuleVersion("cash", "1");
        RuleVersion more = new RuleVersion("cash", "2");
        RuleVersion other = new RuleVersion("wash-sale", "0");
        assertEquals(
                List.of(old, more, other), Stream.of(other, more, old).sorted().toList());
    }
}
