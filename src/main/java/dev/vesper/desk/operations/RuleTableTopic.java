package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.RuleLine;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.List;

/** Tables of the rules, for one caller. */
record RuleTableTopic(Guard guard, EditTables tables) implements RuleTables {
    @Override
    public List<RuleLine> all(String draft) {
        return tables.all(draft);
    }

    @Override
    public RuleTable show(String file, String draft) {
        return tables.show(file, draft);
    }

    @Override
    public RuleTable save(String file, String draft, String seen, List<TableEdit> edits, String note) {
        String by = guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
        return tables.save(file, draft, seen, edits, note, by);
    }

    @Override
    public List<NewTable> kinds() {
        return tables.kinds();
    }

    @Override
    public RuleTable begin(String decision, String name, List<String> inputs, String draft, String note) {
        String by = guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
        return tables.begin(decision, name, inputs, draft, note, by);
    }
}
