package dev.vesper.app.wiring;

import dev.vesper.adapters.history.GitRules;
import dev.vesper.adapters.rules.AcceptedCases;
import dev.vesper.adapters.rules.CaseFiles;
import dev.vesper.adapters.rules.CheckersTable;
import dev.vesper.adapters.rules.DmnTables;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.FolderCheck;
import dev.vesper.adapters.rules.RememberedCheck;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.TableDifferences;
import dev.vesper.adapters.rules.WatchedRules;
import dev.vesper.adapters.rules.WrittenFolder;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleCompiler;

/** The limits and compliance rules: which are active, their history, and changes of them. */
public final class RulesWiring {
    public final Part<WatchedRules> rules;
    final Part<ActiveRules> active;
    public final Part<RuleChanges> changes;
    final Part<EditTables> tables;

    RulesWiring(OpenParts open, Settings settings, Times times, StoreWiring store) {
        Part<GitRules> history = new Part<>(open, "history", () -> new GitRules(settings.state()));
        active = new Part<>(open, "active-rules", () -> {
            var kept = store.store.get();
            return new ActiveRules(kept.events(), history.get(), kept.audit(), times.clock());
        });
        rules = new Part<>(open, "rules", () -> {
            var kept = store.store.get();
            return WatchedRules.open(
                    settings.root().resolve("rules"),
                    settings.state(),
                    active.get(),
                    new KeptRules(kept.rulesUsed(), kept.filesUsed()),
                    run -> kept.runs().find(run).map(RunRecord::openedAt));
        });
        changes = new Part<>(open, "rule-changes", () -> {
            var kept = store.store.get();
            if (active.get().now().isEmpty()) {
                rules.get(); // takes the folder up
            }
            ChangeRecords records =
                    new ChangeRecords(new ChangeLog(kept.events()), active.get(), kept.audit(), times.clock());
            Drafts drafts = new Drafts(records, history.get());
            drafts.settle();
            return new RuleChanges(
                    records,
                    drafts,
                    history.get(),
                    new RuleChanges.Looks(
                            new RememberedCheck(new FolderCheck(settings.state()), settings.state()),
                            new CheckersTable(),
                            new TableDifferences(),
                            new AcceptedCases(settings.state())),
                    new WrittenFolder(settings.root().resolve("rules"), settings.state()));
        });
        tables = new Part<>(open, "rule-tables", () -> {
            if (active.get().now().isEmpty()) {
                rules.get(); // takes the folder up
            }
            return new EditTables(
                    active.get(),
                    active.get()::files,
                    () -> changes.get().drafts(),
                    new DmnTables(),
                    new CaseFiles(settings.state()));
        });
    }

    /** Compiles rules that judge nothing but a replay; code by the same trust. */
    static RuleCompiler compiler(Settings settings) {
        return files -> {
            DroolsRuleBook book = new DroolsRuleBook(files, RuleTrust.of(settings.state()));
            return new CandidateRules(book, book.tables());
        };
    }
}
