package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RowEnd;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of tables and the entries of lists that have a last day. */
public final class RowEnds {
    private RowEnds() {}

    /** By file and place in it; what cannot be read says nothing here. */
    public static List<RowEnd> of(FileSet files) {
        List<RowEnd> found = new ArrayList<>();
        for (RuleKind kind : List.of(RuleKind.LIMIT, RuleKind.COMPLIANCE_TABLE, RuleKind.LIST)) {
            for (RuleFile file : RuleFile.all(files, kind)) {
                found.addAll(of(file, kind));
            }
        }
        return List.copyOf(found);
    }

    private static List<RowEnd> of(RuleFile file, RuleKind kind) {
        try {
            return kind == RuleKind.LIST ? list(file) : table(file);
        } catch (Problem unread) { // whoever loads it says why
            return List.of();
        }
    }

    private static List<RowEnd> list(RuleFile file) {
        return ListFile.read(new Findings(file), KnownFirm.ANY).entries().stream()
                .flatMap(entry -> entry.until().stream().map(until -> new RowEnd(file.path(), entry.name(), until)))
                .toList();
    }

    private static List<RowEnd> table(RuleFile file) {
        TableSheet sheet = DmnText.of(file.path(), file.text().getBytes(StandardCharsets.UTF_8))
                .table()
                .sheet();
        List<RowEnd> found = new ArrayList<>();
        int column = sheet.titles().stream().map(TableTerms::title).toList().indexOf(TableTerms.UNTIL);
        for (int r = 0; column >= 0 && r < sheet.rows().size(); r++) {
            SheetRow row = sheet.rows().get(r);
            int number = r + 1;
            day(row.cells().get(column)).ifPresent(until -> found.add(new RowEnd(file.path(), "row " + number, until)));
        }
        return found;
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
