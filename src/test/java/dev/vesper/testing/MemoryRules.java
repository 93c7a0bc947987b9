package dev.vesper.testing;

import dev.vesper.adapters.rules.AcceptedCases;
import dev.vesper.adapters.rules.CheckersTable;
import dev.vesper.adapters.rules.FolderCheck;
import dev.vesper.adapters.rules.MergedRules;
import dev.vesper.adapters.rules.RememberedCheck;
import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.adapters.rules.TableDifferences;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveFolder;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Checkers;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.desk.workbench.MergeRules;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.RulesVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Rules whose history is in memory: of a firm with one limit in which nothing is ever found, or the project's own. */
final class MemoryRules {
    private static final String TABLE = "limits/position-weight.dmn";

    /** A state folder that is not there. */
    private static final Path NOTHING_TRUSTED = Path.of("target/no-state");

    /** How long people have to answer. */
    private static final Duration TERM = Duration.ofDays(7);

    private MemoryRules() {}

    static RuleChanges over(Memory memory, InstantSource clock) {
        MemoryHistory history = new MemoryHistory();
        ActiveRules active = new ActiveRules(memory.eventLog, history, memory, clock);
        Folder folder = new Folder();
        active.adopt(folder::read);
        ChangeRecords records = new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, clock);
        return new RuleChanges(
                records,
                new Drafts(records, history),
                history,
                new RuleChanges.Looks(
                        (_, _) -> List.of(),
                        (_, _, _, _) -> new Checkers.Asked(1, "one checker"),
                        (one, other) -> one.sha256().equals(other.sha256())
                                ? List.of()
                                : List.of(new RuleDifference(TABLE, 2, "limit", "0.25", "0.2")),
                        (files, sheet, line) -> RuleNames.bytes(files, sheet),
                        new NoDays(),
                        Guard.all(List.of()),
                        (base, now, draft, keep) -> new MergeRules.Merged(draft, List.of())),
                folder,
                proposed -> proposed.plus(TERM));
    }

    /** The project's own, looked at as a Vesper does that runs. */
    static RuleChanges ofProject(Memory memory, InstantSource clock) {
        ActiveRules active = new ActiveRules(memory.eventLog, memory.ruleHistory, memory, clock);
        Folder folder = new Folder();
        folder.files = RulesFolder.read(Path.of("rules"));
        active.adopt(folder::read);
        ChangeRecords records = new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, clock);
        return new RuleChanges(
                records,
                new Drafts(records, memory.ruleHistory),
                memory.ruleHistory,
                new RuleChanges.Looks(
                        new RememberedCheck(new FolderCheck(NOTHING_TRUSTED), NOTHING_TRUSTED),
                        new CheckersTable(),
                        new TableDifferences(),
                        new AcceptedCases(NOTHING_TRUSTED),
                        new NoDays(),
                        Guard.all(List.of()),
                        new MergedRules()),
                folder,
                proposed -> proposed.plus(TERM));
    }

    /** No day was ever judged. */
    private static final class NoDays implements EffectOfChange {
        @Override
        public int days() {
            return 0;
        }

        @Override
        public ReplayEffect of(FileSet active, FileSet draft) {
            return ReplayEffect.NO_DAY;
        }
    }

    private static final class Folder implements ActiveFolder {
        private FileSet files = new FileSet(Map.of(TABLE, "0.25".getBytes(StandardCharsets.UTF_8)));

        @Override
        public FileSet read() {
            return files;
        }

        @Override
        public void announce(RulesVersion next) {
            // nothing crashes here
        }

        @Override
        public List<String> write(FileSet before, FileSet now) {
            files = now;
            return List.of();
        }
    }
}
