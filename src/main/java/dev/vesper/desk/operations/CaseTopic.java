package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.EditCases;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedTable;
import java.util.List;

/** Cases of the rules, for one caller. */
record CaseTopic(Guard guard, EditCases cases) implements RuleCases {
    @Override
    public List<CaseResult> all(String draft) {
        return cases.all(draft);
    }

    @Override
    public CaseSheet show(String rule, String draft) {
        return cases.show(rule, draft);
    }

    @Override
    public List<MissingCase> missing(String rule, String draft) {
        return cases.missing(rule, draft);
    }

    @Override
    public TriedTable tried(String rule, String draft, List<TableEdit> edits, List<TableEdit> ofCases) {
        guard.require(Permission.EDIT_RULES, "try edits of the rules");
        return cases.tried(rule, draft, edits, ofCases);
    }

    @Override
    public CaseSheet save(String rule, String draft, String seen, List<TableEdit> edits, String note) {
        String by = guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
        return cases.save(rule, draft, seen, edits, note, by);
    }
}
