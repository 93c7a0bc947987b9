package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleCaseResources;
import dev.vesper.desk.operations.RuleCases;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedTable;
import java.util.List;

/** The cases of the rules of a Vesper that runs elsewhere. */
record RuleCasesClient(Transport http) implements RuleCases {
    @Override
    public List<CaseResult> all(String draft) {
        return http.send(RuleCaseResources.ALL_CASES, new RuleCaseResources.OfDraft(draft));
    }

    @Override
    public CaseSheet show(String rule, String draft) {
        return http.send(RuleCaseResources.SHEET, new RuleCaseResources.Which(rule, draft));
    }

    @Override
    public List<MissingCase> missing(String rule, String draft) {
        return http.send(RuleCaseResources.MISSING, new RuleCaseResources.Which(rule, draft));
    }

    @Override
    public TriedTable tried(String rule, String draft, List<TableEdit> edits, List<TableEdit> cases) {
        return http.send(RuleCaseResources.TRY, new RuleCaseResources.Tried(rule, draft, edits, cases));
    }

    @Override
    public CaseSheet save(String rule, String draft, String seen, List<TableEdit> edits, String note) {
        return http.send(RuleCaseResources.EDIT, new RuleCaseResources.Edits(rule, draft, seen, edits, note));
    }
}
