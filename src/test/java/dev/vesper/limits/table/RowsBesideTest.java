package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.table.RowsBeside.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that never matter beside another table, compared with looking at every value there can be. */
class RowsBesideTest {
    private static final Column SECTOR = new Column("Sector", Kind.TEXT, List.of());
    private static final Column SIZE = new Column("Size", Kind.NUMBER, List.of());

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theRowsAreFoundThatLookingAtAllFinds(@ForAll long seed) {
        DrawnTable one = DrawnTable.of(seed);
        DrawnTable other = DrawnTable.of(seed + 1);
        Random random = new Random(seed);
        int[] ones = random.ints(one.cells().size(), 0, 3).toArray();
        int[] others = random.ints(other.cells().size(), 0, 3).toArray();
        boolean[] decides = new boolean[ones.length];
        boolean[] matters = new boolean[ones.length];
        for (List<@Nullable Object> point : DrawnTable.points()) {
            List<Integer> beside = other.fitting(point);
            List<Integer> fitting = one.fitting(point);
            for (int row : one.policy() == HitPolicy.FIRST && fitting.size() > 1 ? fitting.subList(0, 1) : fitting) {
                decides[row] = true;
                matters[row] |= beside.isEmpty() || others[beside.getFirst()] > ones[row];
            }
        }
        RowsBeside.Report report =
                RowsBeside.of(side(one), side(other), (r, s) -> others[s] > ones[r] ? Beside.LOOSER : Beside.AS_STRICT);
        List<Integer> expected = new ArrayList<>();
        for (int r = 0; r < ones.length; r++) {
            if (decides[r] && !matters[r]) {
                expected.add(r + 1);
            }
        }
        assertEquals(
                expected, report.idle().stream().map(RowsBeside.Idle::row).toList(), () -> one + " beside " + other);
        assertEquals(Map.of(), report.unread());
    }

    private static RowsBeside.Side side(DrawnTable table) {
        return new RowsBeside.Side(table.policy(), DrawnTable.COLUMNS, table.cells());
    }

    private static RowsBeside.Side side(Column column, String... cells) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String cell : cells) {
            rows.add(List.of(CellText.read(cell, column.kind())));
        }
        return new RowsBeside.Side(HitPolicy.FIRST, List.of(column), rows);
    }

    @Test
    void aColumnThatTheOtherDoesNotAskForMayBeAnything() {
        RowsBeside.Side sectors = side(SECTOR, "\"Energy\"", "-");
        RowsBeside.Report all = RowsBeside.of(sectors, side(SIZE, "> 5", "-"), (_, _) -> Beside.AS_STRICT);
        assertEquals(2, all.idle().size());
        assertEquals(List.of(1, 2), all.idle().getFirst().by());
        assertEquals(
                Map.of("Sector", "\"Energy\"", "Size", "6"),
                new TreeMap<>(all.idle().getFirst().example()));
        RowsBeside.Report some = RowsBeside.of(sectors, side(SIZE, "> 5"), (_, _) -> Beside.AS_STRICT);
        assertTrue(some.idle().isEmpty(), "below 5 the row decides alone");
    }

    @Test
    void whatAnExpressionDecidesIsNotBelieved() {
        RowsBeside.Side other = side(SECTOR, "starts with(?, \"E\")", "-");
        RowsBeside.Report report = RowsBeside.of(side(SECTOR, "\"Energy\"", "-"), other, (_, _) -> Beside.AS_STRICT);
        assertEquals(List.of(), report.idle());
        assertEquals(Map.of(1, 1, 2, 1), new TreeMap<>(report.unread()));
        RowsBeside.Report unknown = RowsBeside.of(
                side(SECTOR, "-"), side(SECTOR, "\"A\"", "-"), (_, s) -> s == 1 ? Beside.UNKNOWN : Beside.AS_STRICT);
        assertEquals(Map.of(1, 2), new TreeMap<>(unknown.unread()));
    }

    /** The row may take less than its box where an expression comes first; that it never matters is true of less as well. */
    @Test
    void anExpressionOfTheRowsOwnIsNoHindrance() {
        RowsBeside.Report report = RowsBeside.of(
                side(SECTOR, "starts with(?, \"E\")", "-"), side(SECTOR, "-"), (_, _) -> Beside.AS_STRICT);
        assertEquals(2, report.idle().size());
    }
}
