package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.table.OwnRows.Group;
import dev.vesper.limits.table.OwnRows.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pairs that no row of their own covers, compared with looking at every row for every pair. */
class OwnRowsTest {
    private static final List<Kind> KINDS =
            DrawnTable.COLUMNS.stream().map(Column::kind).toList();

    /** Number and text are one side's, the word the other's, and nobody knows the truth. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void thePairsAreFoundThatLookingAtAllFinds(@ForAll long seed) {
        DrawnTable table = DrawnTable.of(seed);
        List<Group> ones = new ArrayList<>();
        List<Group> others = new ArrayList<>();
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (List<@Nullable Object> point : DrawnTable.points()) {
            List<@Nullable Object> one = point.subList(0, 2);
            List<@Nullable Object> other = point.subList(2, 3);
            if (seen.add(one)) {
                ones.add(new Group(one, 3, one.toString()));
            }
            if (seen.add(other)) {
                others.add(new Group(other, 2, other.toString()));
            }
        }
        Set<String> covered = new HashSet<>();
        boolean anyNamed = false;
        for (int r = 0; r < table.cells().size(); r++) {
            int row = r;
            boolean named =
                    IntStream.range(0, 3).anyMatch(c -> !(table.cells().get(row).get(c) instanceof Cell.Any));
            anyNamed |= named;
            for (List<@Nullable Object> point : DrawnTable.points()) {
                if (named && table.fitting(point).contains(r)) {
                    covered.add(point.subList(0, 2) + " " + point.subList(2, 3));
                }
            }
        }
        Set<String> expected = new HashSet<>();
        for (Group one : ones) {
            for (Group other : others) {
                if (anyNamed && !covered.contains(one.example() + " " + other.example())) {
                    expected.add(one.example() + " " + other.example());
                }
            }
        }
        Set<String> found = new HashSet<>();
        OwnRows.Report report =
                OwnRows.of(KINDS, table.cells(), new Side(List.of(0, 1), ones), new Side(List.of(2), others));
        long pairs = 0;
        for (OwnRows.Missing missing : report.missing()) {
            pairs += missing.pairs();
            missing.ones()
                    .forEach(
                            one -> missing.others().forEach(other -> found.add(one.example() + " " + other.example())));
        }
        assertEquals(expected, found, table::toString);
        assertEquals(expected.size() * 6L, pairs, "each pair once, of three by two members");
        assertEquals(0, report.unlooked());
    }

    private static Group group(String value, int members) {
        return new Group(Arrays.asList(value), members, value);
    }

    @Test
    void groupsThatMissTheSameAreToldTogetherMostPairsFirst() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String[] row : new String[][] {{"\"hrp\"", "\"Energy\""}, {"\"cash\"", "-"}, {"-", "-"}}) {
            rows.add(List.of(CellText.read(row[0], Kind.TEXT), CellText.read(row[1], Kind.TEXT)));
        }
        OwnRows.Report report = OwnRows.of(
                List.of(Kind.TEXT, Kind.TEXT),
                rows,
                new Side(List.of(0), List.of(group("hrp", 10), group("equal", 5), group("cash", 7), group("min", 1))),
                new Side(List.of(1), List.of(group("Energy", 4), group("Health", 6))));
        assertEquals(
                List.of("equal, min with Energy, Health: 60", "hrp with Health: 60"),
                report.missing().stream()
                        .map(m -> String.join(
                                        ", ",
                                        m.ones().stream().map(Group::example).toList()) + " with "
                                + String.join(
                                        ", ",
                                        m.others().stream().map(Group::example).toList()) + ": " + m.pairs())
                        .sorted()
                        .toList());
    }

    @Test
    void aTableThatTellsNobodyApartMissesNobody() {
        List<List<Cell>> rows = List.of(List.of(new Cell.Any()));
        assertEquals(
                List.of(),
                OwnRows.of(
                                List.of(Kind.TEXT),
                                rows,
                                new Side(List.of(0), List.of(group("hrp", 1))),
                                new Side(List.of(), List.of(new Group(List.of(), 3, "IBM"))))
                        .missing());
    }
}
