package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms of a table and its cases: what was edited is tried, or goes into a draft. */
final class RuleTableForms {
    /** Before the fields of edits of cases. */
    private static final String CASE = "case-";

    static final List<PageForm> ALL = List.of(
            ActForm.at("rules/{folder}/{name}/save", RuleTableForms::save),
            ActForm.at(
                    "rules/{folder}/{name}/tries",
                    (operations, filled) -> new Done.Said(operations
                            .ruleCases()
                            .tried(
                                    RuleTablePage.file(filled.path()),
                                    filled.text("draft"),
                                    edits(filled, ""),
                                    edits(filled, CASE)))));

    private RuleTableForms() {}

    /** The table first, then its cases, into the same draft. */
    private static Done save(Operations operations, Filled filled) {
        String file = RuleTablePage.file(filled.path());
        String draft = filled.text("draft");
        String seen = filled.text("seen");
        List<TableEdit> table = edits(filled, "");
        List<TableEdit> cases = edits(filled, CASE);
        if (!table.isEmpty() || cases.isEmpty()) {
            RuleTable saved = operations.ruleTables().save(file, draft, seen, table, filled.text("note"));
            draft = saved.draft();
            seen = saved.seen();
        }
        if (!cases.isEmpty()) {
            draft = operations
                    .ruleCases()
                    .save(file, draft, seen, cases, filled.text("note"))
                    .draft();
        }
        return new Done.At(RuleTablePage.href(file, draft));
    }

    /** One of each field an edit, in the order in which they were made. */
    static List<TableEdit> edits(Filled filled, String before) {
        List<String> kinds = filled.all(before + "kind");
        List<String> rows = filled.all(before + "row");
        List<String> columns = filled.all(before + "column");
        List<String> texts = filled.all(before + "text");
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
