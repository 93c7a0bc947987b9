package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vesper.limits.table.ConditionCases.Condition;
import dev.vesper.limits.table.ConditionCases.Input;
import dev.vesper.limits.table.ConditionCases.Missing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionCasesTest {
    private static final List<Column> LIMITS = List.of(
            new Column("Asset class", Kind.TEXT, List.of("Equity", "ETF")),
            new Column("Weight", Kind.NUMBER, List.of()));

    @Test
    void eachConditionTurnsTheAnswerOnceAndEachRowDecides() {
        Missing missing = missing(rows("'ETF'|> 10", "-|> 5", "-|-"), List.of());
        assertEquals(List.of(), missing.unshown());
        assertEquals(
                List.of("ETF|11 row 1", "Equity|11 row 2", "ETF|10 row 2", "Equity|5 row 3"),
                missing.inputs().stream().map(ConditionCasesTest::said).toList());
    }

    @Test
    void whatIsACaseAlreadyIsMadeUseOf() {
        List<List<Optional<Object>>> known = List.of(
                List.of(Optional.of("ETF"), Optional.of(BigDecimal.valueOf(40))),
                List.of(Optional.of("Equity"), Optional.of(BigDecimal.valueOf(50))));
        Missing missing = missing(rows("'ETF'|> 10", "-|> 5", "-|-"), known);
        assertEquals(
                List.of("ETF|10 row 2", "Equity|5 row 3"),
                missing.inputs().stream().map(ConditionCasesTest::said).toList());
    }

    @Test
    void aConditionThatMakesNoDifferenceIsNamed() {
        Missing missing = ConditionCases.of(
                table(rows("'ETF'|> 10", "-|> 10", "-|-")), (a, b) -> a / 2 - b / 2, _ -> true, List.of());
        assertEquals(List.of(new Condition(1, "Asset class")), missing.unshown());
    }

    @Test
    void onlyTheRowsThatAreWantedAreShown() {
        Missing missing = ConditionCases.of(
                table(rows("'ETF'|> 10", "-|> 5", "-|-")), (a, b) -> a - b, row -> row == 1, List.of());
        assertEquals(
                List.of("Equity|7.5 row 2", "Equity|5 row 3"),
                missing.inputs().stream().map(ConditionCasesTest::said).toList());
    }

    @Test
    void aRowThatAnExpressionMayTakeIsLeftOut() {
        Missing missing = missing(rows("'ETF'|abs(1)", "'ETF'|-", "-|-"), List.of());
        assertEquals(List.of(new Condition(2, "Asset class"), new Condition(2, "")), missing.unshown());
    }

    @Tag("slow")
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void eachAddedInputIsDecidedAsItSaysAndEachConditionIsShownOrNamed(@ForAll long seed) {
        DrawnTable table = DrawnTable.of(seed);
        Set<String> nullable = Set.of("Number", "Text", "Word", "Truth");
        Missing missing = ConditionCases.of(
                new ConditionCases.Table(table.policy(), DrawnTable.COLUMNS, nullable, table.cells()),
                (a, b) -> a % 3 - b % 3,
                _ -> true,
                List.of());
        for (Input input : missing.inputs()) {
            assertEquals(input.row(), decided(table, values(input)) + 1, () -> table + " of " + input);
        }
        for (int r = 0; r < table.cells().size(); r++) {
            for (int c = 0; c < DrawnTable.COLUMNS.size(); c++) {
                Condition condition =
                        new Condition(r + 1, DrawnTable.COLUMNS.get(c).name());
                boolean shown = shown(
                        table,
                        missing.inputs().stream()
                                .map(ConditionCasesTest::values)
                                .toList(),
                        r,
                        c);
                boolean possible = possible(table, r, c);
                assertEquals(possible, shown, () -> possible + " " + condition + table + " in " + missing);
                assertFalse(shown && missing.unshown().contains(condition), () -> condition + " in " + missing);
            }
        }
    }

    /** Whether two of all inputs there are show a condition. */
    private static boolean possible(DrawnTable table, int r, int c) {
        return DrawnTable.points().stream()
                .filter(met -> decided(table, met) == r)
                .anyMatch(met -> {
                    List<List<@Nullable Object>> pair = new ArrayList<>(List.of(met));
                    DrawnTable.values(c).forEach(value -> {
                        List<@Nullable Object> other = new ArrayList<>(met);
                        other.set(c, value);
                        pair.add(other);
                    });
                    return shown(table, pair, r, c);
                });
    }

    /** Whether two of the inputs, alike but in one column, are answered otherwise, one of them by a row. */
    private static boolean shown(DrawnTable table, List<List<@Nullable Object>> inputs, int r, int c) {
        for (List<@Nullable Object> met : inputs) {
            if (decided(table, met) != r) {
                continue;
            }
            for (List<@Nullable Object> other : inputs) {
                int decided = decided(table, other);
                boolean otherwise = decided == TableIndex.NONE || (decided >= 0 && decided % 3 != r % 3);
                List<@Nullable Object> same = new ArrayList<>(other);
                same.set(c, met.get(c));
                if (otherwise && same.equals(met) && table.fitting(other).indexOf(r) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int decided(DrawnTable table, List<@Nullable Object> point) {
        List<Integer> fitting = table.fitting(point);
        if (fitting.isEmpty()) {
            return TableIndex.NONE;
        }
        return table.policy() == HitPolicy.UNIQUE && fitting.size() > 1 ? TableIndex.UNSURE : fitting.getFirst();
    }

    private static List<@Nullable Object> values(Input input) {
        List<@Nullable Object> values = new ArrayList<>();
        input.values().forEach(value -> values.add(value.orElse(null)));
        return values;
    }

    private static Missing missing(List<List<Cell>> rows, List<List<Optional<Object>>> known) {
        return ConditionCases.of(table(rows), (a, b) -> a - b, _ -> true, known);
    }

    private static ConditionCases.Table table(List<List<Cell>> rows) {
        return new ConditionCases.Table(HitPolicy.FIRST, LIMITS, Set.of(), rows);
    }

    private static List<List<Cell>> rows(String... rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    String[] cells = row.replace('\'', '"').split("\\|");
                    return List.of(CellText.read(cells[0], Kind.TEXT), CellText.read(cells[1], Kind.NUMBER));
                })
                .toList();
    }

    private static String said(Input input) {
        List<String> values =
                input.values().stream().map(v -> String.valueOf(v.orElse(null))).toList();
        return String.join("|", values)
                + Stream.of(" row " + input.row()).findFirst().orElseThrow();
    }
}
