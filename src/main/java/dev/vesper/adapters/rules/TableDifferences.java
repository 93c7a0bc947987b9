package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.CompareRules;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.sheet.SheetChange;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares tables cell by cell, rows by their ids and order, and lists line by line; of other files, and of what in a table's file is more than these
 * cells, it says that it is another. Whoever checks a change reads this: nothing of it is left unsaid.
 */
public final class TableDifferences implements CompareRules {
    private static final String ENTRY = "entry";

    @Override
    public List<RuleDifference> of(FileSet one, FileSet other) {
        SortedSet<String> paths = new TreeSet<>(one.files().keySet());
        paths.addAll(other.files().keySet());
        List<RuleDifference> found = new ArrayList<>();
        for (String path : paths) {
            byte @Nullable [] before = one.files().get(path);
            byte @Nullable [] after = other.files().get(path);
            if (!Arrays.equals(before, after)) {
                found.addAll(file(path, before, after));
            }
        }
        return List.copyOf(found);
    }

    private static List<RuleDifference> file(String path, byte @Nullable [] before, byte @Nullable [] after) {
        List<RuleDifference> found = new ArrayList<>();
        boolean rest = true;
        if (before != null && after != null && path.endsWith(RuleKind.LIMIT.ending())) {
            try {
                DmnSheet was = DmnText.of(path, before).table();
                TableSheet now = DmnText.of(path, after).table().sheet();
                found.addAll(table(path, was.sheet(), now));
                rest = !Arrays.equals(was.written(now).bytes(), after);
            } catch (Problem noTable) {
                rest = true; // what cannot be written as an edit of cells is more than one
            }
        }
        if (path.startsWith(RuleKind.LIST.folder() + "/")) {
            found.addAll(lines(path, before, after));
        }
        if (rest) {
            found.add(new RuleDifference(path, 0, "", version(path, before), version(path, after)));
        }
        return found;
    }

    /** The lines of a list that are gone, and those that are new. */
    private static List<RuleDifference> lines(String path, byte @Nullable [] before, byte @Nullable [] after) {
        List<RuleDifference> found = new ArrayList<>();
        Map<String, Integer> were = new TreeMap<>();
        lines(before).forEach(line -> were.merge(line, 1, Integer::sum));
        for (String line : lines(after)) {
            if (were.merge(line, -1, Integer::sum) < 0) {
                found.add(new RuleDifference(path, 0, ENTRY, "", line));
            }
        }
        were.forEach((line, left) -> {
            for (int i = 0; i < left; i++) {
                found.add(new RuleDifference(path, 0, ENTRY, line, ""));
            }
        });
        return found;
    }

    private static List<String> lines(byte @Nullable [] bytes) {
        return bytes == null
                ? List.of()
                : new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(Visible::line)
                        .toList();
    }

    private static List<RuleDifference> table(String path, TableSheet before, TableSheet after) {
        List<RuleDifference> found = new ArrayList<>();
        if (!before.hitPolicy().equals(after.hitPolicy())) {
            found.add(new RuleDifference(path, 0, "hit policy", before.hitPolicy(), after.hitPolicy()));
        }
        if (!before.decision().equals(after.decision())) {
            found.add(new RuleDifference(path, 0, "decision", before.decision(), after.decision()));
        }
        for (SheetChange change : SheetChange.between(before, after)) {
            found.add(
                    switch (change.kind()) {
                        case COLUMN_ADDED -> new RuleDifference(path, 0, change.column(), "", "a column");
                        case COLUMN_REMOVED -> new RuleDifference(path, 0, change.column(), "a column", "");
                        case ROW_ADDED, ROW_REMOVED, ROW_MOVED, CELL_CHANGED ->
                            new RuleDifference(path, change.row(), change.column(), change.before(), change.after());
                    });
        }
        return found;
    }

    private static String version(String path, byte @Nullable [] bytes) {
        return bytes == null
                ? ""
                : "version " + new FileSet(Map.of(path, bytes)).versions().get(path);
    }
}
