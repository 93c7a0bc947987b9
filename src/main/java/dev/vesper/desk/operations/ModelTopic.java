package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.EditModels;
import dev.vesper.desk.workbench.editing.RuleModel;
import dev.vesper.desk.workbench.editing.SavedModel;
import dev.vesper.desk.workbench.editing.TriedModel;

/** Tables in a modeller, for one caller. */
record ModelTopic(Guard guard, EditModels models) implements RuleModels {
    @Override
    public RuleModel show(String file, String draft) {
        return models.show(file, draft);
    }

    @Override
    public TriedModel tried(String file, String draft, String xml) {
        guard.require(Permission.EDIT_RULES, "try edits of the rules");
        return models.tried(file, draft, xml);
    }

    @Override
    public RuleModel withInput(String file, String draft, String xml, String input) {
        guard.require(Permission.EDIT_RULES, "try edits of the rules");
        return models.withInput(file, draft, xml, input);
    }

    @Override
    public SavedModel save(String file, String draft, String seen, String xml, String note) {
        String by = guard.named(Permission.EDIT_RULES, "write a draft of the rules", () -> false);
        return models.save(file, draft, seen, xml, note, by);
    }
}
