package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleModelResources;
import dev.vesper.desk.operations.RuleModels;
import dev.vesper.desk.workbench.editing.RuleModel;
import dev.vesper.desk.workbench.editing.SavedModel;
import dev.vesper.desk.workbench.editing.TriedModel;

/** The tables of a Vesper that runs elsewhere, in a modeller. */
record RuleModelsClient(Transport http) implements RuleModels {
    @Override
    public RuleModel show(String file, String draft) {
        return http.send(RuleModelResources.MODEL, new RuleModelResources.Which(file, draft));
    }

    @Override
    public TriedModel tried(String file, String draft, String xml) {
        return http.send(RuleModelResources.TRY, new RuleModelResources.Tried(file, draft, xml));
    }

    @Override
    public RuleModel withInput(String file, String draft, String xml, String input) {
        return http.send(RuleModelResources.INPUT, new RuleModelResources.Input(file, draft, xml, input));
    }

    @Override
    public SavedModel save(String file, String draft, String seen, String xml, String note) {
        return http.send(RuleModelResources.EDIT, new RuleModelResources.Edited(file, draft, seen, xml, note));
    }
}
