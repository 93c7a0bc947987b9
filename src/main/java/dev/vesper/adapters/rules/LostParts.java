package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules had in the version before and have no more, which a cell's difference does not show for what it is: a whole rule,
 * its cases, a column, how rows decide, and what the table decides at all. Warnings: somebody may mean it.
 */
final class LostParts {
    private static final String CASES = ".scenarios.csv";

    private LostParts() {}

    /** All that a set of files lost, in order. */
    static List<Finding> of(FileSet before, FileSet files) {
        List<Finding> found = new ArrayList<>();
        before.files().forEach((path, bytes) -> {
            byte @Nullable [] now = files.files().get(path);
            if (now == null) {
                gone(path, before, files).ifPresent(found::add);
            } else if (!Arrays.equals(bytes, now)) {
                found.addAll(table(path, bytes, now));
            }
        });
        return found.stream().sorted(Finding.ORDER).toList();
    }

    private static Optional<Finding> gone(String path, FileSet before, FileSet files) {
        if (path.endsWith(CASES)) {
            return Optional.of(warning(
                    path,
                    "",
                    "cases-gone",
                    "Expected the cases that were there, but the file is gone: nothing is asked"));
        }
        boolean rule = Arrays.stream(RuleKind.values())
                        .anyMatch(kind -> path.startsWith(kind.folder() + "/") && path.endsWith(kind.ending()))
                || path.equals(CheckersTable.FILE);
        return rule
                ? Optional.of(warning(
                        path,
                        "",
                        "rule-gone",
                        "Expected the rule that was there, but the file is gone: nothing is judged by it any more"
                                + heir(path, before, files)))
                : Optional.empty();
    }

    /** Where the same bytes or the same decision stand under a name that is new. */
    private static String heir(String path, FileSet before, FileSet files) {
        byte[] was = before.files().get(path);
        Optional<String> decision = sheet(path, was).map(TableSheet::decision);
        return files.files().entrySet().stream()
                .filter(file -> !before.files().containsKey(file.getKey()))
                .filter(file -> Arrays.equals(file.getValue(), was)
                        || (decision.isPresent()
                                && sheet(file.getKey(), file.getValue())
                                        .map(TableSheet::decision)
                                        .equals(decision)))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(other -> "; maybe it is called " + other + " now")
                .orElse("");
    }

    /** What one file's table lost; nothing where one of them is no table that can be read. */
    static List<Finding> table(String path, byte[] before, byte[] after) {
        Optional<TableSheet> was = sheet(path, before);
        Optional<TableSheet> is = sheet(path, after);
        if (was.isEmpty() || is.isEmpty()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        String policy = is.get().hitPolicy();
        if (!was.get().hitPolicy().equals(policy)) {
            found.add(warning(
                    path,
                    "",
                    "hit-policy-changed",
                    "Expected the hit policy " + was.get().hitPolicy() + ", as it was, but it is " + policy
                            + ": the same rows may decide otherwise"));
        }
        if (!was.get().decision().equals(is.get().decision())) {
            found.add(warning(
                    path,
                    "",
                    "decision-changed",
                    "Expected a table of \"" + was.get().decision() + "\", as it was, but it decides \""
                            + is.get().decision() + "\": what it judged before is judged by it no more"));
        }
        Set<Named> there = Set.copyOf(columns(is.get()));
        columns(was.get()).stream().filter(column -> !there.contains(column)).forEach(column -> {
            String kind = column.kind().word();
            found.add(warning(
                    path,
                    column.title(),
                    kind + "-gone",
                    "Expected the " + kind + " " + column.title() + ", as it was, but the table has none of that name"
                            + (column.kind() == SheetColumn.Kind.INPUT ? ": its rows fit whatever that is" : "")));
        });
        return found;
    }

    private record Named(SheetColumn.Kind kind, String title) {}

    private static List<Named> columns(TableSheet sheet) {
        List<Named> columns = new ArrayList<>();
        List<String> titles = sheet.titles();
        for (int c = 0; c < titles.size(); c++) {
            columns.add(new Named(sheet.columns().get(c).kind(), titles.get(c)));
        }
        return columns;
    }

    private static Optional<TableSheet> sheet(String path, byte @Nullable [] bytes) {
        if (bytes == null || !path.endsWith(RuleKind.LIMIT.ending())) {
            return Optional.empty();
        }
        try {
            return Optional.of(DmnText.of(path, bytes).table().sheet());
        } catch (Problem unread) {
            return Optional.empty();
        }
    }

    private static Finding warning(String path, String column, String code, String sentence) {
        return new Finding(Severity.WARNING, path, 0, 0, column, code, sentence, new TreeMap<>());
    }
}
