package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every business case beside the rules, one test a row. */
class ScenariosTest {
    private static final Path RULES = Path.of("rules");

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsItsRowSays() {
        return Scenarios.run(RULES, new DroolsRuleBook(RULES, RuleTrust.delivered())).stream()
                .map(r -> DynamicTest.dynamicTest(
                        r.rule() + ": " + r.name(),
                        () -> assertTrue(
                                r.passed(),
                                () -> r.file() + ":" + r.line() + " expected " + r.expected() + ", got " + r.got())));
    }

    @Test
    void everyRuleHasCasesAndOneThatBites() {
        DroolsRuleBook rules = new DroolsRuleBook(RULES, RuleTrust.delivered());
        List<ScenarioResult> results = Scenarios.run(RULES, rules);
        for (RuleInfo rule : rules.rules()) {
            List<ScenarioResult> own = results.stream()
                    .filter(r -> r.rule().equals(rule.rule().name()))
                    .collect(Collectors.toList());
            assertFalse(own.isEmpty(), rule.rule().name() + " has no case");
            assertTrue(
                    rule.kind() == RuleKind.APPROVAL // it refuses nothing
                            || own.stream().anyMatch(r -> r.expected().matches("(cut|deny).*")),
                    rule.rule().name() + " has no case that is refused");
        }
    }
}
