package dev.vesper.limits.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of all pairs of an account and an instrument that a firm has, those that no row of their own covers: only rows decide them
 * that fit whatever comes, or none does. Members that the table cannot tell apart are one group, and groups that miss the
 * same are told together, so that a firm of a thousand accounts and ten thousand instruments is a few lines.
 */
public final class OwnRows {
    /** Words of 64 rows that are looked at for the pairs of groups: some tenths of a second. */
    private static final long MOST = 50_000_000;

    private OwnRows() {}

    /**
     * Members that are alike in all columns that are asked of them.
     *
     * @param values one for each column of its side; null is a value of its own
     * @param members how many
     * @param example one of them, by its name
     */
    public record Group(List<@Nullable Object> values, long members, String example) {}

    /**
     * What is known of one side of the pairs.
     *
     * @param columns of the table that ask for it, counted from 0; none where the table does not tell its members apart
     * @param groups at least one where there is a member
     */
    public record Side(List<Integer> columns, List<Group> groups) {
        public Side {
            columns = List.copyOf(columns);
            groups = List.copyOf(groups);
        }

        private long members(List<Group> some) {
            return some.stream().mapToLong(Group::members).sum();
        }
    }

    /**
     * Groups of the one side, each of which is missing with each of these groups of the other.
     *
     * @param pairs how many pairs of members that are
     */
    public record Missing(List<Group> ones, List<Group> others, long pairs) {
        public Missing {
            ones = List.copyOf(ones);
            others = List.copyOf(others);
        }
    }

    /**
     * What was found, most pairs first.
     *
     * @param unlooked groups of the first side that were not looked at: there are too many
     */
    public record Report(List<Missing> missing, int unlooked) {
        public Report {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Looks for them. Columns of neither side may be anything, so a row that asks for one may be a pair's own; an expression may
     * fit.
     *
     * @param kinds of the columns
     * @param rows the cells of each row, one for each column
     */
    public static Report of(List<Kind> kinds, List<List<Cell>> rows, Side one, Side other) {
        BitSet naming = new BitSet();
        for (int r = 0; r < rows.size(); r++) {
            List<Cell> row = rows.get(r);
            if (one.columns().stream().anyMatch(c -> !(row.get(c) instanceof Cell.Any))
                    || other.columns().stream().anyMatch(c -> !(row.get(c) instanceof Cell.Any))) {
                naming.set(r);
            }
        }
        if (naming.isEmpty()) {
            return new Report(List.of(), 0);
        }
        List<BitSet> ones = fitting(kinds, rows, one);
        List<BitSet> others = fitting(kinds, rows, other);
        long each = (long) others.size() * (rows.size() / Long.SIZE + 1);
        int looked = (int) Math.min(ones.size(), Math.max(1, MOST / Math.max(1, each)));
        Map<BitSet, List<Group>> alike = new LinkedHashMap<>();
        for (int g = 0; g < looked; g++) {
            BitSet own = ones.get(g);
            own.and(naming);
            BitSet missing = new BitSet();
            for (int h = 0; h < others.size(); h++) {
                if (!own.intersects(others.get(h))) {
                    missing.set(h);
                }
            }
            if (!missing.isEmpty()) {
                alike.computeIfAbsent(missing, _ -> new ArrayList<>())
                        .add(one.groups().get(g));
            }
        }
        List<Missing> found = new ArrayList<>();
        alike.forEach((missing, groups) -> {
            List<Group> with = missing.stream().mapToObj(other.groups()::get).toList();
            found.add(new Missing(groups, with, one.members(groups) * other.members(with)));
        });
        found.sort((a, b) -> Long.compare(b.pairs(), a.pairs()));
        return new Report(found, ones.size() - looked);
    }

    /** The rows that each group fits as far as its side tells. */
    private static List<BitSet> fitting(List<Kind> kinds, List<List<Cell>> rows, Side side) {
        List<Segments> segments = new ArrayList<>();
        List<BitSet[]> sets = new ArrayList<>();
        for (int c : side.columns()) {
            Segments column = Segments.of(
                    kinds.get(c), rows.stream().map(row -> row.get(c)).toList());
            BitSet[] fits = new BitSet[column.count()];
            for (int s = 0; s < fits.length; s++) {
                fits[s] = new BitSet(rows.size());
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int segment : column.spans(rows.get(r).get(c)).each()) {
                    fits[segment].set(r);
                }
            }
            segments.add(column);
            sets.add(fits);
        }
        List<BitSet> all = new ArrayList<>();
        for (Group group : side.groups()) {
            BitSet fits = new BitSet(rows.size());
            fits.set(0, rows.size());
            for (int c = 0; c < segments.size(); c++) {
                int segment = segments.get(c).of(group.values().get(c));
                if (segment < 0) {
                    fits.clear(); // a value of another kind, which no cell of the column fits
                } else {
                    fits.and(sets.get(c)[segment]);
                }
            }
            all.add(fits);
        }
        return all;
    }
}
