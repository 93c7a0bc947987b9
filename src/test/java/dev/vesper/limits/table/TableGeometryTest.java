package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The index and the analysis, compared with looking at every row for every value there can be. */
class TableGeometryTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("Number", Kind.NUMBER, List.of()),
            new Column("Text", Kind.TEXT, List.of()),
            new Column("Word", Kind.TEXT, List.of("a", "b")),
            new Column("Truth", Kind.TRUTH, List.of()));
    private static final List<List<String>> CELLS = List.of(
            List.of(
                    "-",
                    "-",
                    "1",
                    "2, 4",
                    "< 3",
                    ">= 3",
                    "[1..3)",
                    "]2..5]",
                    "not(2)",
                    "null",
                    "not(1, null)",
                    "(4..4)"),
            List.of("-", "-", "\"A\"", "\"B\"", "\"A\", \"C\"", "not(\"A\")", "not(\"A\", \"B\")", "null"),
            List.of("-", "-", "\"a\"", "\"b\"", "not(\"a\")"),
            List.of("-", "-", "true", "false", "true, false", "not(true)"));
    private static final List<List<@Nullable Object>> VALUES = List.of(
            values(0, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, null),
            nullable("A", "AA", "B", "BB", "C", "D", null),
            nullable("a", "b", null),
            nullable(false, true, null));

    private record Drawn(List<List<Cell>> cells, HitPolicy policy) {
        static Drawn of(long seed) {
            Random random = new Random(seed);
            List<List<Cell>> rows = new ArrayList<>();
            int count = random.nextInt(9);
            for (int r = 0; r < count; r++) {
                List<Cell> row = new ArrayList<>();
                for (int c = 0; c < COLUMNS.size(); c++) {
                    List<String> texts = CELLS.get(c);
                    row.add(CellText.read(
                            texts.get(random.nextInt(texts.size())),
                            COLUMNS.get(c).kind()));
                }
                rows.add(row);
            }
            return new Drawn(rows, HitPolicy.values()[random.nextInt(HitPolicy.values().length)]);
        }

        List<Integer> fitting(List<@Nullable Object> point) {
            return IntStream.range(0, cells.size())
                    .filter(r -> IntStream.range(0, point.size())
                            .allMatch(c ->
                                    fits(cells.get(r).get(c), COLUMNS.get(c).kind(), point.get(c))))
                    .boxed()
                    .toList();
        }
    }

    private static boolean fits(Cell cell, Kind kind, @Nullable Object value) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Opaque opaque -> throw new AssertionError(opaque);
            case Cell.Fits(List<Range> ranges, boolean nothing) ->
                value == null
                        ? nothing
                        : ranges.stream().anyMatch(range -> {
                            int low = range.low() == null ? 1 : kind.compare(value, range.low());
                            int high = range.high() == null ? -1 : kind.compare(value, range.high());
                            return (low > 0 || (low == 0 && range.lowIn()))
                                    && (high < 0 || (high == 0 && range.highIn()));
                        });
        };
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void theIndexFindsTheRowThatLookingAtAllFinds(@ForAll long seed) {
        Drawn table = Drawn.of(seed);
        List<Kind> kinds = COLUMNS.stream().map(Column::kind).toList();
        TableIndex index = TableIndex.of(table.policy(), kinds, table.cells());
        TableIndex large = TableIndex.of(table.policy(), kinds, table.cells(), /* most= */ 0);
        for (List<@Nullable Object> point : points()) {
            List<Integer> fitting = table.fitting(point);
            int expected = fitting.isEmpty()
                    ? TableIndex.NONE
                    : table.policy() == HitPolicy.UNIQUE && fitting.size() > 1 ? TableIndex.UNSURE : fitting.getFirst();
            assertEquals(expected, index.find(point.toArray()), () -> table + " at " + point);
            assertEquals(expected, large.find(point.toArray()), () -> "large " + table + " at " + point);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void theAnalysisFindsWhatLookingAtAllFinds(@ForAll long seed) {
        Drawn table = Drawn.of(seed);
        TableReport report = TableAnalysis.of(table.policy(), COLUMNS, table.cells(), (one, other) -> one - other);
        boolean[] decides = new boolean[table.cells().size()];
        boolean[][] together = new boolean[decides.length][decides.length];
        boolean gap = false;
        for (List<@Nullable Object> point : points()) {
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
        for (Column column : COLUMNS) {
            String feel = example.get(column.name());
            point.add(
                    "null".equals(feel)
                            ? null
                            : CellText.value(feel, column.kind()).orElseThrow());
        }
        return point;
    }

    private static List<List<@Nullable Object>> points() {
        List<List<@Nullable Object>> points = new ArrayList<>();
        points.add(List.of());
        for (List<@Nullable Object> values : VALUES) {
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> point : points) {
                for (Object value : values) {
                    List<@Nullable Object> next = new ArrayList<>(point);
                    next.add(value);
                    longer.add(Collections.unmodifiableList(next));
                }
            }
            points = longer;
        }
        return points;
    }

    private static List<@Nullable Object> values(@Nullable Number... numbers) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Number number : numbers) {
            values.add(number == null ? null : new BigDecimal(number.toString()));
        }
        return values;
    }

    private static List<@Nullable Object> nullable(@Nullable Object... values) {
        return Collections.unmodifiableList(java.util.Arrays.asList(values));
    }
}
