package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.limits.measure.Measures;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows is laid into a folder, and its code is signed; nothing else is done. */
class HowToAddAComplianceRuleTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-compliance-rule.md");

    @TempDir
    Path folder;

    @Test
    void theTableOfThePageHoldsItsCasesAndSaysItsSentence() throws IOException {
        Files.createDirectories(folder.resolve("limits"));
        Files.createDirectories(folder.resolve("compliance"));
        Files.writeString(folder.resolve("compliance/suitability.dmn"), PAGE.block("xml"));
        Files.writeString(folder.resolve("compliance/suitability.scenarios.csv"), PAGE.block("csv"));
        Files.writeString(folder.resolve("required.txt"), "compliance/suitability.dmn\n");
        DroolsRuleBook rules = new DroolsRuleBook(folder, Measures.ALL, KnownFirm.ANY, RuleTrust.delivered());
        List<ScenarioResult> results = Scenarios.run(folder, rules);
        assertEquals(6, results.size());
        results.forEach(r -> assertTrue(r.passed(), r::toString));
        String sentence = PAGE.text()
                .lines()
                .filter(line -> line.startsWith("> Buying"))
                .findFirst()
                .orElseThrow()
                .substring(2);
        assertTrue(results.getFirst().got().endsWith(sentence), results.getFirst()::got);
    }

    /** The table of inputs on the page is what a table may ask for, beside a firm's own columns. */
    @Test
    void theInputsOfThePageAreThoseThatThereAre() {
        String inputs = PAGE.text()
                .substring(PAGE.text().indexOf("| input |"), PAGE.text().indexOf("## An engineer"));
        Set<String> named = Pattern.compile("(?m)^\\|([^|]*)\\|")
                .matcher(inputs)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
                .map(input -> input.group(1))
                .filter(input -> !input.endsWith(".csv"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                KnownInputs.of("Compliance").stream()
                        .filter(column -> column.kind() == SheetColumn.Kind.INPUT)
                        .map(SheetColumn::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                named);
    }

    @Test
    void theRuleOfThePageLoadsAndItsCasesHold() throws IOException {
        Files.createDirectories(folder.resolve("limits"));
        Files.createDirectories(folder.resolve("compliance"));
        Files.writeString(folder.resolve("compliance/no-penny-stocks.drl"), PAGE.block("java"));
        Files.writeString(
                folder.resolve("compliance/no-penny-stocks.scenarios.csv"),
                PAGE.blocks("csv").get(1));
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
