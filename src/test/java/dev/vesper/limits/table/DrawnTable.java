package dev.vesper.limits.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small table by chance, over columns of few values, so that a test can look at every row for every input there is. */
record DrawnTable(List<List<Cell>> cells, HitPolicy policy) {
    static final List<Column> COLUMNS = List.of(
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

    static DrawnTable of(long seed) {
        Random random = new Random(seed);
        List<List<Cell>> rows = new ArrayList<>();
        int count = random.nextInt(9);
        for (int r = 0; r < count; r++) {
            List<Cell> row = new ArrayList<>();
            for (int c = 0; c < COLUMNS.size(); c++) {
                List<String> texts = CELLS.get(c);
                row.add(CellText.read(
                        texts.get(random.nextInt(texts.size())), COLUMNS.get(c).kind()));
            }
            rows.add(row);
        }
        return new DrawnTable(rows, HitPolicy.values()[random.nextInt(HitPolicy.values().length)]);
    }

    List<Integer> fitting(List<@Nullable Object> point) {
        return IntStream.range(0, cells.size())
                .filter(r -> IntStream.range(0, point.size())
                        .allMatch(c -> fits(cells.get(r).get(c), COLUMNS.get(c).kind(), point.get(c))))
                .boxed()
                .toList();
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

    /** The values of a column. */
    static List<@Nullable Object> values(int column) {
        return VALUES.get(column);
    }

    /** Every input there is. */
    static List<List<@Nullable Object>> points() {
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
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
