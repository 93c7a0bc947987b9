package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the index answers, the DMN engine answers too, whatever the table. */
class CompiledTableTest {
    private static final List<Fact<?>> FACTS =
            List.of(CommonFacts.ACCOUNT_VALUE, CommonFacts.ASSET_CLASS, CommonFacts.SECTOR, CommonFacts.SHORT_ALLOWED);
    private static final List<String> TYPES = List.of("number", "string", "string", "boolean");
    private static final List<List<String>> CELLS = List.of(
            List.of(
                    "",
                    "-",
                    "5",
                    "-5",
                    "0",
                    ".5",
                    "5.0",
                    "> 1000",
                    ">=1000",
                    "< -1.5",
                    "<= 0.10",
                    "[0..10]",
                    "]0..10]",
                    "(0..10[",
                    "[0..10)",
                    "not(5)",
                    "not (5, > 10)",
                    "5, 7.50, > 100",
                    "null",
                    "5, null",
                    "not(null)",
                    "2 + 3",
                    "> 2 * 5",
                    "!= 5",
                    "= 5",
                    "1e3",
                    "007",
                    "12345678901234567890.123"),
            List.of("", "-", "\"ETF\"", "\"etf\"", "\"Fund\",\"ETF\"", "not(\"ETF\")", "not(\"Fund\", \"ETF\")"),
            List.of(
                    "",
                    "-",
                    "\"Energy\"",
                    "\"Öl & Gas\"",
                    "\"Energy\" , \"Food, Drink\"",
                    "not(\"Energy\")",
                    "null",
                    "\"\"",
                    "> \"M\"",
                    "[\"A\"..\"F\")",
                    "starts with(?, \"En\")",
                    "\"Energy\", null",
                    "lower case(\"ENERGY\")"),
            List.of("", "-", "true", "false", "not(true)", "true, false", "not(Short allowed)"));
    private static final List<List<@Nullable Object>> VALUES = List.of(
            numbers("-5", "-2", "-1.5", "0", "0.1", "0.10", "0.5", "5", "5.000", "7.5", "10", "100", "1000", "1000.01"),
            Arrays.asList("ETF", "Fund", "Equity"),
            Arrays.asList("Energy", "Öl & Gas", "Food, Drink", "", "energy", "Zinc", "F", "A", null),
            Arrays.asList(true, false));
    private static final List<String> LIMITS = List.of("0.4", "0.40", ".25", "null", "0.1 + 0.2", "1");
    private static final List<String> ACTIONS = List.of("\"cut\"", "\"deny\"", "\"warn\"");

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void theIndexSaysWhatTheDmnEngineSays(@ForAll long seed) {
        Random random = new Random(seed);
        String policy = pick(random, List.of("FIRST", "FIRST", "UNIQUE", "ANY"));
        String text = table(random, policy);
        CompiledTable table;
        try {
            table = compile(text);
        } catch (Problem rowsThatContradict) {
            assertTrue(
                    String.valueOf(rowsThatContradict.getMessage()).contains("Expected one answer")
                            || String.valueOf(rowsThatContradict.getMessage())
                                    .contains("Expected a row that is reached")
                            || text.contains("1e3")
                            || text.contains("007"),
                    () -> rowsThatContradict + " of " + text);
            return;
        }
        FeelTable feel =
                FeelTable.compile(table.table(), new TableSpelling(FACTS)).orElseThrow();
        for (int i = 0; i < 60; i++) {
            List<@Nullable Object> values = new ArrayList<>();
            Map<String, @Nullable Object> inputs = new HashMap<>();
            for (int f = 0; f < FACTS.size(); f++) {
                values.add(pick(random, VALUES.get(f)));
                inputs.put(FACTS.get(f).name(), values.get(f));
            }
            Optional<CompiledTable.Said> found = table.find(values);
            if (found.isPresent()) {
                CompiledTable.Said said;
                try {
                    said = feel.ask(inputs);
                } catch (Problem aFunctionOfNothing) {
                    assertTrue(inputs.containsValue(null), aFunctionOfNothing::toString);
                    continue;
                }
                assertEquals(plain(said.cells()), plain(found.get().cells()), () -> inputs + " of " + text);
                if (!policy.equals("ANY")) {
                    assertEquals(said.row(), found.get().row(), () -> inputs + " of " + text);
                }
            }
        }
    }

    @Test
    void feelIsAskedWhereACellSaysMoreThanASet() {
        CompiledTable table = compile(dmn(
                "FIRST",
                List.of(List.of("> 2 * 5", "-", "-", "-"), List.of("-", "-", "-", "-")),
                List.of("0.4", "0.2")));
        assertEquals(Optional.empty(), table.find(List.of(new BigDecimal(7), "ETF", "Energy", true)));
        assertEquals(
                2, table.ask(List.of(new BigDecimal(7), "ETF", "Energy", true)).row());
        assertEquals(
                1, table.ask(List.of(new BigDecimal(11), "ETF", "Energy", true)).row());
    }

    /** The engine's own numbers are compared by value, and written by it in many scales. */
    private static Map<String, String> plain(Map<?, ?> cells) {
        Map<String, String> plain = new HashMap<>();
        cells.forEach((name, value) -> plain.put(
                String.valueOf(name),
                value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : String.valueOf(value)));
        return plain;
    }

    private static CompiledTable compile(String text) {
        RuleFile file =
                new RuleFile("limits/drawn.dmn", new RuleVersion("drawn", "0"), "0", text, new FileSet(Map.of()));
        return CompiledTable.compile(
                new Findings(file),
                List.of("limit", "warning", "action"),
                FACTS,
                (table, row) -> {},
                table -> new KnownFacts(Set.copyOf(FACTS), KnownFirm.NONE));
    }

    private static String table(Random random, String policy) {
        List<List<String>> rows = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int r = 0; r < count; r++) {
            List<String> row = new ArrayList<>();
            for (List<String> cells : CELLS) {
                row.add(pick(random, cells));
            }
            rows.add(row);
            limits.add(policy.equals("ANY") ? "0.4" : pick(random, LIMITS));
        }
        if (policy.equals("FIRST")) {
            rows.add(List.of("-", "-", "-", "-"));
            limits.add("0.1");
        }
        return dmn(policy, rows, limits);
    }

    private static String dmn(String policy, List<List<String>> rows, List<String> limits) {
        StringBuilder text = new StringBuilder(
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:d\">");
        for (int f = 0; f < FACTS.size(); f++) {
            String name = FACTS.get(f).name();
            text.append("<inputData id=\"i")
                    .append(f)
                    .append("\" name=\"")
                    .append(name)
                    .append("\"><variable name=\"")
                    .append(name)
                    .append("\" typeRef=\"")
                    .append(TYPES.get(f))
                    .append("\"/></inputData>");
        }
        text.append("<decision id=\"x\" name=\"Position weight\"><variable name=\"Position weight\"/>");
        for (int f = 0; f < FACTS.size(); f++) {
            text.append("<informationRequirement><requiredInput href=\"#i")
                    .append(f)
                    .append("\"/></informationRequirement>");
        }
        text.append("<decisionTable hitPolicy=\"").append(policy).append("\">");
        for (int f = 0; f < FACTS.size(); f++) {
            text.append("<input><inputExpression typeRef=\"")
                    .append(TYPES.get(f))
                    .append("\"><text>")
                    .append(FACTS.get(f).name())
                    .append("</text></inputExpression></input>");
        }
        text.append("<output name=\"limit\" typeRef=\"number\"/><output name=\"warning\" typeRef=\"number\"/>"
                + "<output name=\"action\" typeRef=\"string\"/>");
        for (int r = 0; r < rows.size(); r++) {
            text.append("<rule>");
            for (String cell : rows.get(r)) {
                text.append("<inputEntry><text>").append(escaped(cell)).append("</text></inputEntry>");
            }
            for (String cell : List.of(limits.get(r), "null", ACTIONS.get(policy.equals("ANY") ? 0 : r % 3))) {
                text.append("<outputEntry><text>").append(escaped(cell)).append("</text></outputEntry>");
            }
            text.append("</rule>");
        }
        return text.append("</decisionTable></decision></definitions>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<@Nullable Object> numbers(String... numbers) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String number : numbers) {
            values.add(new BigDecimal(number));
        }
        values.add(null);
        return values;
    }

    private static <T extends @Nullable Object> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
