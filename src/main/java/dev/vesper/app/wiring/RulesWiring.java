package dev.vesper.app.wiring;

import dev.vesper.adapters.history.GitRules;
import dev.vesper.adapters.rules.AcceptedCases;
import dev.vesper.adapters.rules.CaseFiles;
import dev.vesper.adapters.rules.CheckersTable;
import dev.vesper.adapters.rules.DmnTables;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.FolderCheck;
import dev.vesper.adapters.rules.GuardCases;
import dev.vesper.adapters.rules.ListFiles;
import dev.vesper.adapters.rules.MergedRules;
import dev.vesper.adapters.rules.RememberedCheck;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.TableDifferences;
import dev.vesper.adapters.rules.WatchedRules;
import dev.vesper.adapters.rules.WrittenFolder;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.waiver.KnownSubjects;
import dev.vesper.desk.waiver.WaiveRules;
import dev.vesper.desk.waiver.WaiverLog;
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
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.market.Sectors;
import dev.vesper.portfolio.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The limits and compliance rules: which are active, their history, and changes of them. */
public final class RulesWiring {
    /** Among so many runs a day is looked for before a rehearsal is taken. */
    private static final int RECENT = 200;

    /** Columns of instruments by which rules group them, beside those that Vesper asks for. */
    private static final List<String> GROUPS = List.of("issuer", "country", "rating");

    public final Part<WatchedRules> rules;
    final Part<ActiveRules> active;
    public final Part<RuleChanges> changes;
    private final Part<ChangeRecords> records;
    final Part<EditTables> tables;
    public final Part<WaiveRules> waivers;

    RulesWiring(
            OpenParts open,
            Settings settings,
            Times times,
            StoreWiring store,
            Supplier<EffectOfChange> effect,
            Supplier<Guard> recorded,
            Function<RunId, Firm> frozen) {
        Part<GitRules> history = new Part<>(open, "history", () -> new GitRules(settings.state()));
        active = new Part<>(open, "active-rules", () -> {
            var kept = store.store.get();
            return new ActiveRules(kept.events(), history.get(), kept.audit(), times.clock());
        });
        Part<WaiverLog> waived = new Part<>(
                open, "waiver-log", () -> new WaiverLog(store.store.get().events()));
        rules = new Part<>(open, "rules", () -> {
            var kept = store.store.get();
            return WatchedRules.open(
                    settings.root().resolve("rules"),
                    settings.state(),
                    active.get(),
                    new KeptRules(kept.rulesUsed(), kept.filesUsed()),
                    run -> kept.runs().find(run).map(RunRecord::openedAt),
                    run -> kept.runs()
                            .find(run)
                            .map(record -> waived.get().of(record.openedAt(), record.date()))
                            .orElse(Waivers.NONE));
        });
        waivers = new Part<>(open, "waivers", () -> {
            var kept = store.store.get();
            return new WaiveRules(
                    waived.get(),
                    kept.audit(),
                    times.clock(),
                    () -> newest(kept.runs()).map(RunRecord::date).orElseGet(times::today),
                    rules,
                    () -> newest(kept.runs()).map(run -> known(frozen.apply(run.id()))));
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
                            new RememberedCheck(new FolderCheck(settings.state()), settings.state()),
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
                    active.get(),
                    active.get()::files,
                    () -> changes.get().drafts(),
                    new DmnTables(
                            times::today,
                            new NewestFirm(() -> newest(store.store.get().runs()), frozen)),
                    new CaseFiles(settings.state()),
                    new ListFiles(times::today));
        });
    }

    /** The newest day; a rehearsal only where there was no day. */
    private static Optional<RunRecord> newest(RunStore runs) {
        List<RunRecord> recent = runs.recent(RECENT);
        return recent.stream()
                .filter(run -> !run.rehearsal())
                .findFirst()
                .or(() -> recent.stream().findFirst());
    }

    /** What the files of a firm name. */
    private static KnownSubjects known(Firm firm) {
        Set<String> subjects = new HashSet<>();
        firm.instruments().forEach((symbol, instrument) -> {
            subjects.addAll(List.of(
                    symbol, instrument.sector().strip(), instrument.assetClass().strip(), instrument.currency()));
            GROUPS.forEach(column -> subjects.add(instrument.fields().text(column)));
        });
        subjects.removeIf(Sectors::unknown);
        return new KnownSubjects(firm.accounts().stream().map(Account::id).collect(Collectors.toSet()), subjects);
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
