package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.notify.NoticeKind;
import dev.vesper.desk.notify.Notifications;
import dev.vesper.desk.notify.RolledBackRules;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveFolder;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Checkers;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.RulesVersion;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryHistory;
import dev.vesper.testing.MemoryRulesUsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found of a change is asked once more of the rules that judge, compiled and all; the version before is never lost. */
class GuardedChangeTest {
    private static final Instant NOON = Instant.parse("2025-12-30T12:00:00Z");
    private static final String CODE = "compliance/no-short.drl";
    private static final String WEIGHT = "limits/position-weight.dmn";
    /** What the code of the test looks at, outside of all that is versioned. */
    private static final String OUTSIDE = "vesper.test.outside";

    @TempDir
    Path folder;

    private final Memory memory = new Memory();
    private final MemoryHistory history = new MemoryHistory();
    private final ActiveRules active = new ActiveRules(memory.eventLog, history, memory, () -> NOON);
    private Path rules;
    private Path state;
    private WatchedRules live;
    private RuleChanges changes;
    /** What happens between the last look at a change and its judging. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void open() throws IOException {
        rules = folder.resolve("rules");
        state = Files.createDirectories(folder.resolve("var"));
        for (Map.Entry<String, byte[]> file :
                RulesFolder.read(Path.of("rules")).files().entrySet()) {
            Path to = rules.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        live = WatchedRules.open(
                rules,
                state,
                active,
                new KeptRules(new MemoryRulesUsed(), new MemoryFilesUsed()),
                _ -> Optional.empty(),
                _ -> Waivers.NONE);
        WrittenFolder written = new WrittenFolder(rules, state);
        ActiveFolder disk = new ActiveFolder() {
            @Override
            public FileSet read() {
                return written.read();
            }

            @Override
            public void announce(RulesVersion next) {
                written.announce(next);
                meanwhile.run();
                meanwhile = () -> {};
            }

            @Override
            public List<String> write(FileSet before, FileSet now) {
                return written.write(before, now);
            }
        };
        ChangeRecords records = new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, () -> NOON);
        changes = new RuleChanges(
                records,
                new Drafts(records, history),
                history,
                new RuleChanges.Looks(
                        new FolderCheck(state),
                        (_, _, _, _) -> new Checkers.Asked(1, "one"),
                        new TableDifferences(),
                        new AcceptedCases(state),
                        new EffectOfChange() {
                            @Override
                            public int days() {
                                return 0;
                            }

                            @Override
                            public ReplayEffect of(FileSet before, FileSet now) {
                                return ReplayEffect.NO_DAY;
                            }
                        },
                        Guard.all(List.of(new GuardCases(state, () -> live))),
                        new MergedRules()),
                disk,
                proposed -> proposed.plusSeconds(60));
    }

    @AfterEach
    void forget() {
        System.clearProperty(OUTSIDE);
    }

    private String agreed(Map<String, byte[]> change) {
        Map<String, byte[]> files = new TreeMap<>(active.files().files());
        files.putAll(change);
        Draft draft = changes.drafts().begin("A change", "Anna");
        changes.drafts().replace(draft.id(), new FileSet(files), draft.now().brief(), "Anna", "");
        changes.propose(draft.id(), NOON, false, "Anna", "the board");
        changes.approve(draft.id(), 1, "", "Ben", "");
        return draft.id();
    }

    /** Code of an engineer that holds by its cases only as long as something outside is so. */
    private Map<String, byte[]> codeThatLooksOutside() {
        byte[] code = text(CODE)
                .replace("when\n", "when\n    eval(!Boolean.getBoolean(\"" + OUTSIDE + "\"))\n")
                .getBytes(StandardCharsets.UTF_8);
        RuleTrust.trust(state, "no-short.drl", Sha256.of(code), "erin", NOON);
        return Map.of(CODE, code);
    }

    private String text(String path) {
        return new String(active.files().files().get(path), StandardCharsets.UTF_8);
    }

    @Test
    void whatJudgesAsItWasLookedAtStays() {
        String id = agreed(codeThatLooksOutside());
        changes.activate(id, "Ben");
        assertEquals(Draft.State.ACTIVATED, changes.drafts().find(id).state());
        assertEquals(AuditAction.RULES_GUARDED, memory.audit.getLast().action());
        assertTrue(memory.audit.getLast().detail().contains("cases and accounts"), memory.audit.toString());
    }

    @Test
    void aCaseThatHeldAndDoesNotNowTakesTheChangeBack() throws IOException {
        String before = active.standing().version().brief();
        byte[] onDisk = Files.readAllBytes(rules.resolve(CODE));
        String id = agreed(codeThatLooksOutside());
        meanwhile = () -> System.setProperty(OUTSIDE, "true");
        Problem undone = assertThrows(Problem.class, () -> changes.activate(id, "Ben"));
        assertTrue(
                String.valueOf(undone.getMessage()).contains("Selling more is cut to what is held"),
                undone.getMessage());
        assertEquals(Draft.State.ROLLED_BACK, changes.drafts().find(id).state());
        assertEquals(before, active.standing().version().brief());
        assertEquals(new String(onDisk, StandardCharsets.UTF_8), Files.readString(rules.resolve(CODE)));
        assertEquals(
                active.files().versions().get(CODE),
                live.live().versions().get(CODE),
                "the version before judges, loaded");
        assertEquals(Optional.empty(), live.folder().trouble());
        var notices = new RolledBackRules(memory, () -> NOON).now(Notifications.standard());
        assertEquals(NoticeKind.RULES_ROLLED_BACK, notices.getFirst().kind());
        assertTrue(notices.getFirst().text().contains("no-short.scenarios.csv:3"), notices.toString());
    }

    /** Somebody took the signature away between the last look and the load. */
    @Test
    void whatCannotBeLoadedTakesTheChangeBack() {
        String before = active.standing().version().brief();
        String id = agreed(codeThatLooksOutside());
        meanwhile = () -> {
            try {
                Files.delete(state.resolve(RuleTrust.LIST));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Problem undone = assertThrows(Problem.class, () -> changes.activate(id, "Ben"));
        assertTrue(String.valueOf(undone.getMessage()).contains("could not be loaded"), undone.getMessage());
        assertEquals(before, active.standing().version().brief());
        assertEquals(text(CODE), new String(live.live().files().files().get(CODE), StandardCharsets.UTF_8));
    }

    /** What the files on disk say meanwhile judges nothing, so it takes nothing back. */
    @Test
    void aFileThatIsAlteredMeanwhileChangesNothing() {
        String id = agreed(codeThatLooksOutside());
        meanwhile = () -> {
            try {
                Files.writeString(rules.resolve(WEIGHT), "<definitions>");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        changes.activate(id, "Ben");
        assertEquals(Draft.State.ACTIVATED, changes.drafts().find(id).state());
        assertTrue(live.folder().trouble().orElseThrow().contains(WEIGHT + " is altered"));
    }

    /** A tighter limit contradicts cases of before, which were taken over or left out in the open. */
    @Test
    void whatAChangeWasMeantToContradictIsNotAsked() {
        byte[] tighter = text(WEIGHT).replace(">0.25<", ">0.22<").getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new TreeMap<>(active.files().files());
        files.put(WEIGHT, tighter);
        String cases = "limits/position-weight.scenarios.csv";
        byte[] accepted = new AcceptedCases(state).of(new FileSet(files), cases, 0);
        changes.activate(agreed(Map.of(WEIGHT, tighter, cases, accepted)), "Ben");
        assertTrue(text(WEIGHT).contains(">0.22<"));
    }
}
