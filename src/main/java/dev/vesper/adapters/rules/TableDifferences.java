package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.CompareRules;
import dev.vesper.desk.workbench.RuleDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares tables cell by cell, rows by their ids; of other files it says that they are others. */
public final class TableDifferences implements CompareRules {
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
        if (before == null || after == null) {
            return List.of(whole(path, before, after));
        }
        List<RuleDifference> cells = path.endsWith(RuleKind.LIMIT.ending()) ? cells(path, before, after) : List.of();
        return cells.isEmpty() ? List.of(whole(path, before, after)) : cells;
    }

    private static RuleDifference whole(String path, byte @Nullable [] before, byte @Nullable [] after) {
        return new RuleDifference(path, 0, "", version(path, before), version(path, after));
    }

    private static String version(String path, byte @Nullable [] bytes) {
        return bytes == null
                ? ""
                : "version " + new FileSet(Map.of(path, bytes)).versions().get(path);
    }

    /** None where one of them is no table, or they differ in what is no cell. */
    private static List<RuleDifference> cells(String path, byte[] before, byte[] after) {
        try {
            return rows(path, ReadTable.of(RuleFile.of(path, before)), ReadTable.of(RuleFile.of(path, after)));
        } catch (Problem noTable) {
            return List.of();
        }
    }

    private static List<RuleDifference> rows(String path, ReadTable one, ReadTable other) {
        List<RuleDifference> found = new ArrayList<>();
        for (ReadTable.Row row : other.rows().values()) {
            ReadTable.Row was = one.rows().get(row.id());
            if (was == null) {
                found.add(new RuleDifference(path, row.number(), "", "", row.text()));
            } else {
                Map<String, String> columns = new LinkedHashMap<>(was.cells());
                columns.putAll(row.cells());
                columns.keySet().forEach(column -> {
                    String before = was.cells().getOrDefault(column, "");
                    String after = row.cells().getOrDefault(column, "");
                    if (!before.equals(after)) {
                        found.add(new RuleDifference(path, row.number(), column, before, after));
                    }
                });
            }
        }
        for (ReadTable.Row row : one.rows().values()) {
            if (!other.rows().containsKey(row.id())) {
                found.add(new RuleDifference(path, row.number(), "", row.text(), ""));
            }
        }
        return found;
    }
}
