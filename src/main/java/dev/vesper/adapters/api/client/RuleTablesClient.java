package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleTableResources;
import dev.vesper.desk.operations.RuleTables;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.RuleLine;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.List;

/** The rules and their tables of a Vesper that runs elsewhere. */
record RuleTablesClient(Transport http) implements RuleTables {
    @Override
    public List<RuleLine> all(String draft) {
        return http.send(RuleTableResources.ALL_RULES, new RuleTableResources.OfDraft(draft));
    }

    @Override
    public RuleTable show(String file, String draft) {
        return http.send(RuleTableResources.TABLE, new RuleTableResources.Which(file, draft));
    }

    @Override
    public RuleTable save(String file, String draft, String seen, List<TableEdit> edits, String note) {
        return http.send(RuleTableResources.EDIT, new RuleTableResources.Edits(file, draft, seen, edits, note));
    }

    @Override
    public List<NewTable> kinds() {
        return http.send(RuleTableResources.KINDS, new RuleTableResources.Any());
    }

    @Override
    public RuleTable begin(String decision, String name, List<String> inputs, String draft, String note) {
        return http.send(RuleTableResources.BEGIN, new RuleTableResources.Begin(decision, name, inputs, draft, note));
    }
}
