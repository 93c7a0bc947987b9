package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The index and the analysis, compared with looking at every row for every value there can be. */
class TableGeometryTest {
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theIndexFindsTheRowThatLookingAtAllFinds(@ForAll long seed) {
        DrawnTable table = DrawnTable.of(seed);
        List<Kind> kinds = DrawnTable.COLUMNS.stream().map(Column::kind).toList();
        TableIndex index = TableIndex.of(table.policy(), kinds, table.cells());
        TableIndex large = TableIndex.of(table.policy(), kinds, table.cells(), /* most= */ 0);
        for (List<@Nullable Object> point : DrawnTable.points()) {
            List<Integer> fitting = table.fitting(point);
            int expected = fitting.isEmpty()
                    ? TableIndex.NONE
                    : table.policy() == HitPolicy.UNIQUE && fitting.size() > 1 ? TableIndex.UNSURE : fitting.getFirst();
            assertEquals(expected, index.find(point.toArray()), () -> table + " at " + point);
            assertEquals(expected, large.find(point.toArray()), () -> "large " + table + " at " + point);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theAnalysisFindsWhatLookingAtAllFinds(@ForAll long seed) {
        DrawnTable table = DrawnTable.of(seed);
        TableReport report =
                TableAnalysis.of(table.policy(), DrawnTable.COLUMNS, table.cells(), (one, other) -> one - other);
        boolean[] decides = new boolean[table.cells().size()];
        boolean[][] together = new boolean[decides.length][decides.length];
        boolean gap = false;
        for (List<@Nullable Object> point : DrawnTable.points()) {
            List<Integer> fitting = table.fitting(point);
            gap |= fitting.isEmpty() && point.stream().allMatch(Objects::nonNull);
            if (!fitting.isEmpty()) {
                decides[fitting.getFirst()] = true;
            }
            for (int later : fitting) {
                fitting.stream().filter(earlier -> earlier < later).forEach(earlier -> together[later][earlier] = true);
            }
        }
        assertEquals(gap, !report.gaps().isEmpty(), () -> table + " gives " + report);
        for (TableReport.Gap told : report.gaps()) {
            List<@Nullable Object> point = point(told.example());
            assertTrue(table.fitting(point).isEmpty(), () -> table + " fits " + told);
        }
        for (int r = 0; r < decides.length; r++) {
            int row = r;
            if (table.policy() == HitPolicy.FIRST) {
                boolean told = report.hidden().stream().anyMatch(h -> h.row() == row + 1);
                boolean idle = report.idle().stream().anyMatch(h -> h.row() == row + 1);
                assertEquals(!decides[r], told || idle, () -> table + " row " + row + " in " + report);
            } else {
                List<Integer> with = report.overlaps().stream()
                        .filter(o -> o.row() == row + 1)
                        .flatMap(o -> o.with().stream())
                        .toList();
                assertEquals(
                        IntStream.range(0, r)
                                .filter(e -> together[row][e])
                                .mapToObj(e -> e + 1)
                                .toList(),
                        with);
            }
        }
        for (TableReport.Overlap told : report.overlaps()) {
            List<Integer> fitting = table.fitting(point(told.example()));
            assertTrue(
                    fitting.contains(told.row() - 1)
                            && fitting.contains(told.with().getFirst() - 1),
                    () -> table + " does not fit " + told);
        }
        assertFalse(report.unread().stream().anyMatch(u -> u.row() > 0));
    }

    private static List<@Nullable Object> point(Map<String, String> example) {
        List<@Nullable Object> point = new ArrayList<>();
        for (Column column : DrawnTable.COLUMNS) {
            String feel = example.get(column.name());
            point.add(
                    "null".equals(feel)
                            ? null
                            : CellText.value(feel, column.kind()).orElseThrow());
        }
        return point;
    }
}
