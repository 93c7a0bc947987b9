package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form of a table: what was edited goes into a draft. */
final class RuleTableForms {
    static final List<PageForm> ALL = List.of(ActForm.at("rules/{folder}/{name}/save", (operations, filled) -> {
        String file = RuleTablePage.file(filled.path());
        RuleTable saved = operations
                .ruleTables()
                .save(file, filled.text("draft"), filled.text("seen"), edits(filled), filled.text("note"));
        return new Done.At(RuleTablePage.href(file, saved.draft()));
    }));

    private RuleTableForms() {}

    /** One of each field an edit, in the order in which they were made. */
    private static List<TableEdit> edits(Filled filled) {
        List<String> kinds = filled.all("kind");
        List<String> rows = filled.all("row");
        List<String> columns = filled.all("column");
        List<String> texts = filled.all("text");
        if (rows.size() != kinds.size() || columns.size() != kinds.size() || texts.size() != kinds.size()) {
            throw Problem.usage("Expected row, column and text of each edit, but some are missing");
        }
        List<TableEdit> edits = new ArrayList<>();
        for (int e = 0; e < kinds.size(); e++) {
            edits.add(new TableEdit(kind(kinds.get(e)), rows.get(e), columns.get(e), texts.get(e)));
        }
        return edits;
    }

    private static TableEdit.Kind kind(String word) {
        return Arrays.stream(TableEdit.Kind.values())
                .filter(kind ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                        "Expected cell, add-row, remove-row, move-row or add-input, but got another kind of edit"));
    }
}
