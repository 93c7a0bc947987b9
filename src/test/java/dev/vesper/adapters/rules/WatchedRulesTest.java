package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.rebalance.RulesUsed;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveEvent;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.RulesVersion;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryHistory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as they are delivered, edited on disk and by the way that is meant. */
class WatchedRulesTest {
    private static final RunId ONE = new RunId("2025-12-30-001");
    private static final RunId TWO = new RunId("2025-12-31-001");

    private static final Instant NOON = Instant.parse("2025-12-30T12:00:00Z");

    @TempDir
    Path folder;

    private final Map<RunId, SortedMap<String, String>> saved = new HashMap<>();
    private final RulesUsed used = new RulesUsed() {
        @Override
        public void save(RunId run, SortedMap<String, String> versions) {
            saved.put(run, versions);
        }

        @Override
        public Optional<SortedMap<String, String>> of(RunId run) {
            return Optional.ofNullable(saved.get(run));
        }
    };
    private final KeptRules kept = new KeptRules(used, new MemoryFilesUsed());
    private Instant now = NOON;
    private final Memory memory = new Memory();
    private final MemoryHistory history = new MemoryHistory();
    private final ActiveRules active = new ActiveRules(memory.eventLog, history, memory, () -> now);
    private final Map<RunId, Instant> begun = new HashMap<>();
    private Waivers waived = Waivers.NONE;
    private Path table;
    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        rules = folder.resolve("rules");
        Path from = Path.of("rules");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path to = folder.resolve(path.toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        try (Stream<Path> tables = Files.list(folder.resolve("rules/limits"))) {
            table = tables.filter(f -> f.toString().endsWith(".dmn"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aFolderThatIsSeenForTheFirstTimeIsTakenUpAsItStands() throws IOException {
        Files.writeString(table, Files.readString(table) + "\n<!-- the firm's own -->\n");
        assertEquals(Optional.empty(), watched().folder().trouble());
        assertEquals(
                RulesFolder.read(rules).sha256(), active.standing().version().sha256());
    }

    @Test
    void aFolderThatCannotBeUsedIsNotTakenUp() throws IOException {
        String good = Files.readString(table);
        Files.writeString(table, "<definitions>");
        WatchedRules rules = watched();
        assertEquals(Optional.empty(), active.now());
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, rules.folder()::require).kind());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> rules.of(ONE)).kind());
        Files.writeString(table, good);
        rules.of(ONE);
        assertEquals(1, active.all().size());
    }

    @Test
    void whatIsAlteredOnDiskIsNamedAndJudgesNothing() throws IOException {
        WatchedRules rules = watched();
        assertEquals(Optional.empty(), rules.folder().look());
        SortedMap<String, String> before = rules.of(ONE).versions();
        String good = Files.readString(table);
        Files.writeString(table, good + "\n<!-- looser -->\n");
        Files.writeString(this.rules.resolve("limits/mine.dmn"), good);
        Files.delete(this.rules.resolve("limits/gross-exposure.scenarios.csv"));
        String said = rules.folder().look().orElseThrow();
        assertTrue(said.contains("limits/" + table.getFileName() + " is altered"), said);
        assertTrue(said.contains("limits/mine.dmn is new"), said);
        assertTrue(said.contains("limits/gross-exposure.scenarios.csv is missing"), said);
        assertEquals(Optional.of(said), rules.folder().trouble());
        assertEquals(Optional.empty(), rules.folder().look(), "said once");
        assertEquals(before, rules.of(TWO).versions());
        rules.folder().require();
    }

    @Test
    void whatWasAlteredWhileNobodyLookedIsNamedAtTheNextStart() throws IOException {
        SortedMap<String, String> before = watched().of(ONE).versions();
        String good = Files.readString(table);
        Files.writeString(table, "<definitions>");
        WatchedRules again = watched();
        assertTrue(again.folder().trouble().orElseThrow().contains("is altered"));
        assertEquals(before, again.of(TWO).versions());
        Files.writeString(table, good);
        assertEquals(
                Optional.of("the rules are as they were before"), again.folder().look());
        assertEquals(Optional.empty(), again.folder().trouble());
    }

    @Test
    void whatIsWaivedIsKeptWithTheRulesThatJudgedARun() throws IOException {
        WatchedRules rules = watched();
        SortedMap<String, String> before = rules.of(ONE).versions();
        waived = new Waivers(List.of(waiver("position-weight"), waiver("no-short")));
        RuleBook judging = rules.of(TWO);
        assertEquals(
                List.of("position-weight"),
                judging.waivers().inForce().stream().map(Waiver::rule).toList(),
                "the rules do not let no-short be waived");
        assertEquals(before.size() + 1, judging.versions().size());
        assertEquals(judging.versions(), rules.versions(TWO));
        assertEquals(before, rules.versions(ONE));
        FileSet kept = this.kept.of(TWO).orElseThrow();
        assertEquals(
                judging.waivers(), new DroolsRuleBook(kept, RuleTrust.delivered()).waivers(), "read again as it was");
        Files.write(this.rules.resolve("waivers.json"), kept.files().get("waivers.json"));
        waived = Waivers.NONE;
        assertEquals(Optional.empty(), rules.folder().look(), "no file of the folder waives anything");
        assertEquals(before, rules.of(ONE).versions());
        assertEquals(Waivers.NONE, rules.of(ONE).waivers());
    }

    private static Waiver waiver(String rule) {
        return new Waiver(
                "W-1",
                rule,
                "ACC1",
                "",
                Optional.of(new BigDecimal("0.30")),
                LocalDate.of(2025, 12, 31),
                "Ada",
                "Ben",
                "transfer in kind");
    }

    @Test
    void rulesThatDeclareNothingWaiveNothing() throws IOException {
        Files.delete(this.rules.resolve("waivable.txt"));
        waived = new Waivers(List.of(waiver("position-weight")));
        assertEquals(Waivers.NONE, watched().of(ONE).waivers());
    }

    @Test
    void whatMayBeWaivedIsALimitOrAComplianceRule() throws IOException {
        Files.writeString(this.rules.resolve("waivable.txt"), "# none\n\napprovals/trades.dmn\n");
        String said = assertThrows(Problem.class, watched().folder()::require).getMessage();
        assertTrue(said.startsWith("rules/waivable.txt:3: Expected the file of a limit"), said);
    }

    @Test
    void anEmptiedFolderLosesNoRule() throws IOException {
        SortedMap<String, String> before = watched().of(ONE).versions();
        try (Stream<Path> all = Files.walk(rules)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        WatchedRules again = watched();
        assertTrue(again.folder().trouble().orElseThrow().contains("Expected a folder of *.dmn files"));
        assertEquals(before, again.of(TWO).versions());
    }

    @Test
    void aRunGoesByWhatWasActiveWhenItBeganUnlessAnUrgentChangeCame() throws IOException {
        WatchedRules rules = watched();
        SortedMap<String, String> first = rules.of(ONE).versions();
        begun.put(ONE, NOON);
        begun.put(TWO, NOON.plusSeconds(100));
        now = NOON.plusSeconds(50);
        activate("D-1", "<!-- second -->", false);
        SortedMap<String, String> second = rules.of(TWO).versions();
        assertNotEquals(first, second);
        assertEquals(first, rules.of(ONE).versions());
        assertEquals(Optional.empty(), rules.folder().trouble());
        now = NOON.plusSeconds(200);
        activate("D-2", "<!-- third -->", true);
        SortedMap<String, String> third = rules.of(ONE).versions();
        assertNotEquals(second, third);
        assertEquals(third, rules.of(TWO).versions());
        assertEquals(third, rules.versions(ONE));
    }

    @Test
    void aStartFinishesWhatACrashLeftOfTheFolder() throws IOException {
        watched();
        FileSet before = active.files();
        RulesVersion next = next("<!-- tighter -->");
        WrittenFolder disk = new WrittenFolder(rules, folder);
        disk.announce(next);
        watched();
        assertEquals(before.sha256(), RulesFolder.read(rules).sha256(), "nothing was activated");
        activated("D-1", next, false);
        Path other = rules.resolve("required.txt");
        Files.writeString(other, Files.readString(other) + "# mine\n");
        String said = watched().folder().trouble().orElseThrow();
        assertTrue(said.contains("required.txt is altered") && !said.contains(".dmn"), said);
        assertTrue(Files.readString(table).endsWith("<!-- tighter -->"));
        assertTrue(Files.readString(other).endsWith("# mine\n"), "what somebody altered stays");
    }

    @Test
    void withoutItsHistoryWhatIsActiveIsTakenFromAFolderThatHasItsSum() throws IOException {
        SortedMap<String, String> before = watched().of(ONE).versions();
        history.forgetAll();
        assertEquals(before, watched().of(TWO).versions());
        Files.writeString(table, Files.readString(table) + "\n<!-- looser -->\n");
        Problem refused = assertThrows(Problem.class, () -> watched().of(TWO));
        assertEquals(Problem.Kind.UNAVAILABLE, refused.kind());
    }

    private void activate(String draft, String comment, boolean urgent) throws IOException {
        FileSet before = active.files();
        RulesVersion next = next(comment);
        activated(draft, next, urgent);
        assertEquals(List.of(), new WrittenFolder(rules, folder).write(before, active.files()));
    }

    private RulesVersion next(String comment) {
        Map<String, byte[]> files = new HashMap<>(active.files().files());
        files.merge(
                "limits/" + table.getFileName(),
                comment.getBytes(StandardCharsets.UTF_8),
                (old, more) -> (new String(old, StandardCharsets.UTF_8) + new String(more, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return history.keep(new FileSet(files), active.standing().version().commit(), "Anna", now, comment);
    }

    private void activated(String draft, RulesVersion next, boolean urgent) {
        memory.append(
                now,
                "vesper",
                AuditAction.RULES_ACTIVATED,
                "rules",
                "",
                false,
                new Append<>(
                        new StreamId<>(ActiveEvent.class, "active-rules"),
                        active.all().size(),
                        List.of(new ActiveEvent.Activated(
                                draft,
                                1,
                                next.commit(),
                                next.sha256(),
                                active.standing().version().sha256(),
                                urgent,
                                now,
                                "vesper",
                                /* guarded= */ false))));
    }

    private WatchedRules watched() {
        return WatchedRules.open(rules, folder, active, kept, run -> Optional.ofNullable(begun.get(run)), _ -> waived);
    }
}
