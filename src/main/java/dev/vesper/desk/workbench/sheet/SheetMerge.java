package dev.vesper.desk.workbench.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two states of a table that began as one, brought together row by row and cell by cell. Rows are the same by their ids. What
 * only one of them changed is taken over; what both changed, each otherwise, is a conflict, never lost.
 */
public final class SheetMerge {
    private final TableSheet base;
    private final TableSheet one;
    private final TableSheet other;
    private final boolean keepOther;
    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * What both changed.
     *
     * @param row its id; empty of columns and of the order
     * @param column empty of a whole row
     */
    public record Conflict(String row, String column, String base, String one, String other) {}

    /**
     * What came of it.
     *
     * @param conflicts all of them, whoever's word counted
     */
    public record Merged(TableSheet sheet, List<Conflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    private SheetMerge(TableSheet base, TableSheet one, TableSheet other, boolean keepOther) {
        this.base = base;
        this.one = one;
        this.other = other;
        this.keepOther = keepOther;
    }

    /** Whether rows are known by ids of their own, so that it can be said which is which. */
    public static boolean canBe(TableSheet sheet) {
        Set<String> ids = new HashSet<>();
        return sheet.rows().stream()
                .allMatch(row -> !row.id().isEmpty() && !row.id().startsWith("#") && ids.add(row.id()));
    }

    /**
     * Brings them together.
     *
     * @param keepOther whether the second's word counts where both changed the same; else the first's
     */
    public static Merged of(TableSheet base, TableSheet one, TableSheet other, boolean keepOther) {
        return new SheetMerge(base, one, other, keepOther).merged();
    }

    private Merged merged() {
        List<SheetColumn> columns = columns();
        List<String> titles = one.with(columns, List.of()).titles();
        Map<String, Map<String, String>> from = cells(base);
        Map<String, Map<String, String>> first = cells(one);
        Map<String, Map<String, String>> second = cells(other);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        all.addAll(from.keySet());
        for (String id : all) {
            Map<String, String> row = first.containsKey(id) && second.containsKey(id)
                    ? both(id, from.get(id), first.getOrDefault(id, Map.of()), second.getOrDefault(id, Map.of()))
                    : left(id, from.get(id), first.get(id), second.get(id));
            if (row != null) {
                rows.put(id, row);
            }
        }
        List<SheetRow> ordered = new ArrayList<>();
        for (String id : order(rows.keySet())) {
            Map<String, String> cells = rows.getOrDefault(id, Map.of());
            List<String> line = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                line.add(cells.getOrDefault(titles.get(c), columns.get(c).kind() == SheetColumn.Kind.INPUT ? "-" : ""));
            }
            ordered.add(new SheetRow(id, line));
        }
        return new Merged(one.with(columns, ordered), conflicts);
    }

    /** Columns that one of them alone changed. */
    private List<SheetColumn> columns() {
        if (one.columns().equals(other.columns()) || other.columns().equals(base.columns())) {
            return one.columns();
        }
        if (one.columns().equals(base.columns())) {
            return other.columns();
        }
        conflicts.add(new Conflict(
                "",
                "all",
                String.join(" | ", base.titles()),
                String.join(" | ", one.titles()),
                String.join(" | ", other.titles())));
        return (keepOther ? other : one).columns();
    }

    private static Map<String, Map<String, String>> cells(TableSheet sheet) {
        List<String> titles = sheet.titles();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (SheetRow row : sheet.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < titles.size(); c++) {
                cells.put(titles.get(c), row.cells().get(c));
            }
            rows.put(row.id(), cells);
        }
        return rows;
    }

    /** A row that not both have: new in one of them, or taken away by one or both. */
    private @Nullable Map<String, String> left(
            String id,
            @Nullable Map<String, String> from,
            @Nullable Map<String, String> first,
            @Nullable Map<String, String> second) {
        Map<String, String> there = first == null ? second : first;
        if (from == null || there == null) {
            return there;
        }
        if (there.equals(from)) {
            return null;
        }
        conflicts.add(new Conflict(id, "", words(from), words(first), words(second)));
        return keepOther ? second : first;
    }

    private Map<String, String> both(
            String id, @Nullable Map<String, String> from, Map<String, String> first, Map<String, String> second) {
        if (from == null && !first.equals(second)) { // two new rows that are called the same
            conflicts.add(new Conflict(id, "", "", words(first), words(second)));
            return keepOther ? second : first;
        }
        Map<String, String> merged = new LinkedHashMap<>();
        Set<String> titles = new LinkedHashSet<>(first.keySet());
        titles.addAll(second.keySet());
        for (String title : titles) {
            String was = from == null ? null : from.get(title);
            String now = first.get(title);
            String then = second.get(title);
            String kept = now;
            if (Objects.equals(now, was)) {
                kept = then;
            } else if (!Objects.equals(then, was) && !Objects.equals(then, now)) {
                conflicts.add(new Conflict(id, title, shown(was), shown(now), shown(then)));
                kept = keepOther ? then : now;
            }
            if (kept != null) {
                merged.put(title, kept);
            }
        }
        return merged;
    }

    /** Rows in the order of whoever moved some, new ones below those that they stand below. */
    private List<String> order(Set<String> kept) {
        List<String> from = common(base);
        List<String> first = common(one);
        List<String> second = common(other);
        boolean secondLeads = first.equals(from);
        if (!secondLeads && !second.equals(from) && !first.equals(second)) {
            conflicts.add(new Conflict(
                    "all", "", String.join(", ", from), String.join(", ", first), String.join(", ", second)));
            secondLeads = keepOther;
        }
        List<String> order = new ArrayList<>(
                ids(secondLeads ? other : one).stream().filter(kept::contains).toList());
        String above = "";
        for (String id : ids(secondLeads ? one : other)) {
            if (kept.contains(id) && !order.contains(id)) {
                order.add(above.isEmpty() ? 0 : order.indexOf(above) + 1, id);
            }
            if (order.contains(id)) {
                above = id;
            }
        }
        return order;
    }

    /** Those that all three have. */
    private List<String> common(TableSheet sheet) {
        Set<String> common = new HashSet<>(ids(base));
        common.retainAll(ids(one));
        common.retainAll(ids(other));
        return ids(sheet).stream().filter(common::contains).toList();
    }

    private static List<String> ids(TableSheet sheet) {
        return sheet.rows().stream().map(SheetRow::id).toList();
    }

    private static String words(@Nullable Map<String, String> row) {
        return row == null ? "" : String.join(" | ", row.values());
    }

    private static String shown(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
