package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleFileResources;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RuleFiles;
import dev.vesper.desk.workbench.editing.FileLook;
import dev.vesper.desk.workbench.editing.RuleTable;

/** Tables of the rules of a Vesper that runs elsewhere, as files. */
record RuleFilesClient(Transport http) implements RuleFiles {
    @Override
    public ReportFile show(String file, String draft, String format) {
        return http.send(RuleFileResources.SHOW, new RuleFileResources.Which(file, draft, format));
    }

    @Override
    public FileLook look(String file, String draft, String name, String base64) {
        return http.send(RuleFileResources.LOOK, new RuleFileResources.Look(file, draft, name, base64));
    }

    @Override
    public RuleTable save(String file, String draft, String seen, String name, String base64, String note) {
        return http.send(RuleFileResources.SAVE, new RuleFileResources.Save(file, draft, seen, name, base64, note));
    }
}
