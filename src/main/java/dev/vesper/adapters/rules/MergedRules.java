package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnSheet;
import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.MergeConflict;
import dev.vesper.desk.workbench.MergeConflict.Keep;
import dev.vesper.desk.workbench.MergeRules;
import dev.vesper.desk.workbench.sheet.SheetMerge;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a draft with what became active since: whole files where only one changed them; tables by row and cell; sheets of
 * cases and lists by line. What cannot be told apart so is a conflict of the whole file.
 */
public final class MergedRules implements MergeRules {
    private static final String TABLE = ".dmn";

    @Override
    public Merged of(FileSet base, FileSet active, FileSet draft, Keep keep) {
        var paths = new TreeSet<>(base.files().keySet());
        paths.addAll(active.files().keySet());
        paths.addAll(draft.files().keySet());
        Map<String, byte[]> files = new TreeMap<>();
        List<MergeConflict> conflicts = new ArrayList<>();
        for (String path : paths) {
            var merged = new Three(
                            path,
                            base.files().get(path),
                            active.files().get(path),
                            draft.files().get(path),
                            keep == Keep.DRAFT)
                    .merged(conflicts);
            if (merged != null) {
                files.put(path, merged);
            }
        }
        return new Merged(new FileSet(files), conflicts);
    }

    /** The three states of one file; null where it is not there. */
    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays, and by nobody else
    private record Three(
            String path, byte @Nullable [] base, byte @Nullable [] active, byte @Nullable [] draft, boolean keepDraft) {
        byte @Nullable [] merged(List<MergeConflict> conflicts) {
            if (Arrays.equals(active, draft) || Arrays.equals(base, draft)) {
                return active;
            }
            if (Arrays.equals(base, active)) {
                return draft;
            }
            if (base != null && active != null && draft != null) {
                List<MergeConflict> found = new ArrayList<>();
                Optional<byte[]> parts = path.endsWith(TABLE)
                        ? table(base, active, draft, found)
                        : path.endsWith(Scenarios.ENDING) || path.equals(RequiredRules.FILE)
                                ? new LineMerge(path, base, active, draft, keepDraft).merged(found)
                                : Optional.empty();
                if (parts.isPresent()) {
                    conflicts.addAll(found);
                    return parts.get();
                }
            }
            conflicts.add(new MergeConflict(path, "", "", version(base), version(active), version(draft)));
            return keepDraft ? draft : active;
        }

        private String version(byte @Nullable [] bytes) {
            return bytes == null
                    ? ""
                    : "version " + new FileSet(Map.of(path, bytes)).versions().get(path);
        }

        /** Empty where one of them is no table, both changed more of it than cells, or its rows cannot be told apart. */
        private Optional<byte[]> table(byte[] from, byte[] now, byte[] then, List<MergeConflict> conflicts) {
            try {
                DmnSheet was = DmnText.of(path, from).table();
                DmnSheet one = DmnText.of(path, now).table();
                DmnSheet other = DmnText.of(path, then).table();
                boolean told = SheetMerge.canBe(was.sheet())
                        && SheetMerge.canBe(one.sheet())
                        && SheetMerge.canBe(other.sheet())
                        && heads(was.sheet()).equals(heads(one.sheet()))
                        && heads(was.sheet()).equals(heads(other.sheet()));
                boolean cellsOfDraft = cellsAlone(was, other, then);
                if (!told || (!cellsOfDraft && !cellsAlone(was, one, now))) {
                    return Optional.empty();
                }
                SheetMerge.Merged merged = SheetMerge.of(
                        was.sheet(), one.sheet(), apart(was.sheet(), one.sheet(), other.sheet()), keepDraft);
                DmnSheet host = cellsOfDraft ? one : other;
                byte[] written =
                        host.written(inFile(host.sheet(), merged.sheet())).bytes();
                if (!sameCells(DmnText.of(path, written).table().sheet(), merged.sheet())) {
                    return Optional.empty();
                }
                merged.conflicts()
                        .forEach(c -> conflicts.add(new MergeConflict(
                                path,
                                number(other.sheet(), one.sheet(), c.row()),
                                c.column(),
                                c.base(),
                                c.one(),
                                c.other())));
                return Optional.of(written);
            } catch (Problem noTable) {
                return Optional.empty();
            }
        }

        /** Whether all that was changed are cells, rows and columns. */
        private static boolean cellsAlone(DmnSheet was, DmnSheet now, byte[] bytes) {
            try {
                return Arrays.equals(
                                was.written(inFile(was.sheet(), now.sheet())).bytes(), bytes)
                        || Arrays.equals(was.written(now.sheet()).bytes(), bytes);
            } catch (Problem more) {
                return false;
            }
        }

        /** Two people who each add a row may be given the same id for it: they are two rows, unless both say the same. */
        private static TableSheet apart(TableSheet was, TableSheet active, TableSheet draft) {
            List<String> old = was.rows().stream().map(SheetRow::id).toList();
            List<String> taken = active.rows().stream()
                    .map(SheetRow::id)
                    .filter(id -> !old.contains(id))
                    .toList();
            return draft.withRows(draft.rows().stream()
                    .map(row -> taken.contains(row.id()) && !active.rows().contains(row)
                            ? new SheetRow("draft " + row.id(), row.cells())
                            : row)
                    .toList());
        }

        private static List<String> heads(TableSheet sheet) {
            return List.of(sheet.hitPolicy(), sheet.decision(), sheet.description());
        }

        /** Rows that a file does not have are new to it, whatever they were called elsewhere. */
        private static TableSheet inFile(TableSheet file, TableSheet edited) {
            List<String> known = file.rows().stream().map(SheetRow::id).toList();
            return edited.withRows(edited.rows().stream()
                    .map(row -> known.contains(row.id()) ? row : new SheetRow("", row.cells()))
                    .toList());
        }

        private static boolean sameCells(TableSheet one, TableSheet other) {
            return one.columns().equals(other.columns())
                    && one.rows().stream()
                            .map(SheetRow::cells)
                            .toList()
                            .equals(other.rows().stream().map(SheetRow::cells).toList());
        }

        /** As people count rows: in the draft, or in what is active where the draft has it not. */
        private static String number(TableSheet draft, TableSheet active, String id) {
            for (TableSheet sheet : List.of(draft, active)) {
                for (int r = 0; r < sheet.rows().size(); r++) {
                    if (sheet.rows().get(r).id().equals(id)) {
                        return String.valueOf(r + 1);
                    }
                }
            }
            return id;
        }
    }
}
