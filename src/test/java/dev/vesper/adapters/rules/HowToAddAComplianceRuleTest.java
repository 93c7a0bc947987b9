package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule of the page and its cases are laid into a folder, and it is signed; nothing else is done. */
class HowToAddAComplianceRuleTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-compliance-rule.md");

    @TempDir
    Path folder;

    @Test
    void theRuleOfThePageLoadsAndItsCasesHold() throws IOException {
        Files.createDirectories(folder.resolve("limits"));
        Files.createDirectories(folder.resolve("compliance"));
        Files.writeString(folder.resolve("compliance/no-penny-stocks.drl"), PAGE.block("java"));
        Files.writeString(folder.resolve("compliance/no-penny-stocks.scenarios.csv"), PAGE.block("csv"));
        Files.writeString(folder.resolve("required.txt"), "compliance/no-penny-stocks.drl\n");
        Path state = folder.resolve("var");
        Problem unread = assertThrows(Problem.class, () -> new DroolsRuleBook(folder, RuleTrust.of(state)));
        String command = PAGE.block("sh").strip();
        assertTrue(String.valueOf(unread.getMessage()).contains(command), unread::getMessage);
        assertEquals("./vesper rules trust rules/compliance/no-penny-stocks.drl", command);
        Path rule = folder.resolve("compliance/no-penny-stocks.drl");
        RuleTrust.trust(state, "no-penny-stocks.drl", RuleTrust.version(rule), "erin", Instant.EPOCH);
        DroolsRuleBook rules = new DroolsRuleBook(folder, RuleTrust.of(state));
        assertEquals(
                "No order in what costs so little that a tick is a big part of it.",
                rules.rules().getFirst().description());
        List<ScenarioResult> results = Scenarios.run(folder, rules);
        assertEquals(
                List.of("deny", "pass"),
                results.stream().map(ScenarioResult::expected).toList());
        results.forEach(r -> assertTrue(r.passed(), r::toString));
    }
}
