package dev.vesper.app.wiring;

import dev.vesper.adapters.history.GitRules;
import dev.vesper.adapters.rules.DmnTables;
import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.adapters.rules.WatchedRules;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.editing.EditTables;

/** The limits and compliance rules: which are active, their history, and drafts of others. */
public final class RulesWiring {
    public final Part<WatchedRules> rules;
    final Part<ActiveRules> active;
    final Part<Drafts> drafts;
    final Part<EditTables> tables;

    RulesWiring(OpenParts open, Settings settings, Times times, StoreWiring store) {
        rules = new Part<>(
                open,
                "rules",
                () -> WatchedRules.open(
                        settings.root().resolve("rules"),
                        settings.state(),
                        new KeptRules(
                                store.store.get().rulesUsed(), store.store.get().filesUsed())));
        Part<GitRules> history = new Part<>(open, "history", () -> new GitRules(settings.state()));
        active = new Part<>(open, "active-rules", () -> {
            var kept = store.store.get();
            ActiveRules made = new ActiveRules(kept.events(), history.get(), kept.audit(), times.clock());
            made.adopt(() -> RulesFolder.read(settings.root().resolve("rules")));
            return made;
        });
        drafts = new Part<>(open, "drafts", () -> {
            var kept = store.store.get();
            Drafts made =
                    new Drafts(new ChangeLog(kept.events()), active.get(), history.get(), kept.audit(), times.clock());
            made.settle();
            return made;
        });
        tables = new Part<>(
                open,
                "rule-tables",
                () -> new EditTables(
                        active.get(), version -> history.get().files(version.version()), drafts, new DmnTables()));
    }
}
