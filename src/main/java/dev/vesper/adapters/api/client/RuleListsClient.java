package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleListResources;
import dev.vesper.desk.operations.RuleLists;
import dev.vesper.desk.workbench.editing.ListLine;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedList;
import java.util.List;

/** The lists of names of a Vesper that runs elsewhere. */
record RuleListsClient(Transport http) implements RuleLists {
    @Override
    public List<ListLine> all(String draft, String on) {
        return http.send(RuleListResources.ALL_LISTS, new RuleListResources.OfDraft(draft, on));
    }

    @Override
    public ListSheet show(String name, String draft, String on) {
        return http.send(RuleListResources.LIST, new RuleListResources.Which(name, draft, on));
    }

    @Override
    public TriedList tried(String name, String draft, List<TableEdit> edits, String on) {
        return http.send(RuleListResources.TRY, new RuleListResources.Tried(name, draft, edits, on));
    }

    @Override
    public ListSheet save(String name, String draft, String seen, List<TableEdit> edits, String note) {
        return http.send(RuleListResources.EDIT, new RuleListResources.Edits(name, draft, seen, edits, note));
    }

    @Override
    public ListSheet begin(String name, String of, String draft, String note) {
        return http.send(RuleListResources.BEGIN, new RuleListResources.Begin(name, of, draft, note));
    }
}
