package dev.vesper.app.wiring;

import dev.vesper.adapters.history.GitRules;
import dev.vesper.adapters.rules.AcceptedCases;
import dev.vesper.adapters.rules.CheckersTable;
import dev.vesper.adapters.rules.DmnTables;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.FolderCheck;
import dev.vesper.adapters.rules.GuardCases;
import dev.vesper.adapters.rules.MergedRules;
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
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.desk.workbench.ProposalWay;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleCompiler;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The limits and compliance rules: which are active, their history, and changes of them. */
public final class RulesWiring {
    public final Part<WatchedRules> rules;
    final Part<ActiveRules> active;
    public final Part<RuleChanges> changes;
    private final Part<ChangeRecords> records;
    final Part<EditTables> tables;

    RulesWiring(
            OpenParts open,
            Settings settings,
            Times times,
            StoreWiring store,
            Supplier<EffectOfChange> effect,
            Supplier<Guard> recorded) {
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
        records = new Part<>(open, "rule-records", () -> {
            var kept = store.store.get();
            return new ChangeRecords(new ChangeLog(kept.events()), active.get(), kept.audit(), times.clock());
        });
        changes = new Part<>(open, "rule-changes", () -> {
            if (active.get().now().isEmpty()) {
                rules.get(); // takes the folder up
            }
            Drafts drafts = new Drafts(records.get(), history.get());
            drafts.settle();
            return new RuleChanges(
                    records.get(),
                    drafts,
                    history.get(),
                    new RuleChanges.Looks(
                            new FolderCheck(settings.state()),
                            new CheckersTable(),
                            new TableDifferences(),
                            new AcceptedCases(settings.state()),
                            effect.get(),
                            Guard.all(List.of(new GuardCases(settings.state(), rules), recorded.get())),
                            new MergedRules()),
                    new WrittenFolder(settings.root().resolve("rules"), settings.state()));
        });
        tables = new Part<>(open, "rule-tables", () -> {
            if (active.get().now().isEmpty()) {
                rules.get(); // takes the folder up
            }
            return new EditTables(
                    active.get(), active.get()::files, () -> changes.get().drafts(), new DmnTables());
        });
    }

    /**
     * The way of proposals, for the process that drives it.
     *
     * @param people hears what becomes of them
     */
    public ProposalWay way(Consumer<String> people) {
        return new ProposalWay(changes.get(), records.get(), people);
    }

    /** Compiles rules that judge nothing but a replay; code by the same trust. */
    static RuleCompiler compiler(Settings settings) {
        return files -> {
            DroolsRuleBook book = new DroolsRuleBook(files, RuleTrust.of(settings.state()));
            return new CandidateRules(book, book.tables());
        };
    }
}
