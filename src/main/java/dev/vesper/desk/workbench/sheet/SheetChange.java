package dev.vesper.desk.workbench.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One difference between two states of a table, told by the ids of its rows: what moved has not changed.
 *
 * @param row its number in the new state, counted from 1; of a removed row that of the old one; 0 of a column
 * @param column as its header calls it; empty of a whole row
 * @param before the cell as it was, or the row's cells; empty where it was not there
 * @param after the cell as it is, or the row's cells; empty where it is no more
 */
public record SheetChange(Kind kind, int row, String column, String before, String after) {
    /** What became of it. */
    public enum Kind {
        COLUMN_ADDED,
        COLUMN_REMOVED,
        ROW_ADDED,
        ROW_REMOVED,
        ROW_MOVED,
        CELL_CHANGED
    }

    /** Everything that differs: columns, removed rows, then row by row. */
    public static List<SheetChange> between(TableSheet before, TableSheet after) {
        List<SheetChange> changes = new ArrayList<>();
        List<String> old = before.titles();
        List<String> now = after.titles();
        now.stream()
                .filter(title -> !old.contains(title))
                .forEach(title -> changes.add(new SheetChange(Kind.COLUMN_ADDED, 0, title, "", "")));
        old.stream()
                .filter(title -> !now.contains(title))
                .forEach(title -> changes.add(new SheetChange(Kind.COLUMN_REMOVED, 0, title, "", "")));
        Set<String> kept = new HashSet<>();
        after.rows().forEach(row -> kept.add(row.id()));
        Map<String, Integer> places = new HashMap<>();
        for (int r = 0; r < before.rows().size(); r++) {
            SheetRow row = before.rows().get(r);
            places.put(row.id(), r);
            if (!kept.contains(row.id())) {
                changes.add(new SheetChange(Kind.ROW_REMOVED, r + 1, "", words(row), ""));
            }
        }
        Set<String> still = new HashSet<>(new Longest(after, places).still());
        for (int r = 0; r < after.rows().size(); r++) {
            SheetRow row = after.rows().get(r);
            Integer place = places.get(row.id());
            if (place == null) {
                changes.add(new SheetChange(Kind.ROW_ADDED, r + 1, "", "", words(row)));
                continue;
            }
            if (!still.contains(row.id())) {
                changes.add(new SheetChange(Kind.ROW_MOVED, r + 1, "", "row " + (place + 1), "row " + (r + 1)));
            }
            cells(before.rows().get(place), old, row, now, r + 1, changes);
        }
        return changes;
    }

    private static void cells(
            SheetRow before, List<String> old, SheetRow after, List<String> now, int row, List<SheetChange> changes) {
        for (int c = 0; c < now.size(); c++) {
            int place = old.indexOf(now.get(c));
            if (place >= 0 && !before.cells().get(place).equals(after.cells().get(c))) {
                changes.add(new SheetChange(
                        Kind.CELL_CHANGED,
                        row,
                        now.get(c),
                        before.cells().get(place),
                        after.cells().get(c)));
            }
        }
    }

    private static String words(SheetRow row) {
        return String.join(" | ", row.cells());
    }

    /** For people: {@code row 2, column limit: 0.25 became 0.2}. */
    public String sentence() {
        return switch (kind) {
            case COLUMN_ADDED -> "column " + column + " was added";
            case COLUMN_REMOVED -> "column " + column + " was removed";
            case ROW_ADDED -> "row " + row + " was added: " + after;
            case ROW_REMOVED -> "row " + row + " was removed: " + before;
            case ROW_MOVED -> before + " moved to " + after;
            case CELL_CHANGED -> "row " + row + ", column " + column + ": " + shown(before) + " became " + shown(after);
        };
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "nothing" : cell;
    }

    /** The rows that stayed where they are in respect of each other: as many as can be said to have. */
    private record Longest(TableSheet after, Map<String, Integer> places) {
        List<String> still() {
            List<String> common = after.rows().stream()
                    .map(SheetRow::id)
                    .filter(places::containsKey)
                    .toList();
            int[] last = new int[common.size() + 1];
            int[] previous = new int[common.size()];
            int length = 0;
            for (int i = 0; i < common.size(); i++) {
                int low = 1;
                int high = length;
                while (low <= high) {
                    int middle = (low + high) >>> 1;
                    if (place(common, last[middle]) < place(common, i)) {
                        low = middle + 1;
                    } else {
                        high = middle - 1;
                    }
                }
                previous[i] = low > 1 ? last[low - 1] : -1;
                last[low] = i;
                length = Math.max(length, low);
            }
            List<String> still = new ArrayList<>();
            for (int i = length == 0 ? -1 : last[length]; i >= 0; i = previous[i]) {
                still.add(common.get(i));
            }
            return still;
        }

        private int place(List<String> common, int index) {
            return places.getOrDefault(common.get(index), -1);
        }
    }
}
