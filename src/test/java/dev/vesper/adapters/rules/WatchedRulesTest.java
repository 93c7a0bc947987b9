package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.RulesUsed;
import dev.vesper.testing.MemoryFilesUsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as they are delivered, edited while they are watched. */
class WatchedRulesTest {
    private static final RunId ONE = new RunId("2025-12-30-001");
    private static final RunId TWO = new RunId("2025-12-31-001");

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
    private Path table;

    @BeforeEach
    void copy() throws IOException {
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
    void aValidChangeJudgesTheNextRunAndTheOneBeforeKeepsItsOwn() throws IOException {
        WatchedRules rules = watched();
        assertEquals(Optional.empty(), rules.folder().look());
        var judging = rules.of(ONE);
        SortedMap<String, String> before = judging.versions();
        Files.writeString(table, Files.readString(table) + "\n<!-- reviewed -->\n");
        String said = rules.folder().look().orElseThrow();
        assertTrue(said.contains("limits/" + table.getFileName() + " is now"), said);
        assertEquals(before, judging.versions());
        assertNotEquals(before, rules.of(TWO).versions());
        assertEquals(before, rules.versions(ONE));
        assertEquals(Optional.empty(), rules.folder().trouble());
        assertEquals(Optional.empty(), rules.folder().look(), "said once");
    }

    @Test
    void anInvalidChangeIsNamedAndTheOldRulesStay() throws IOException {
        WatchedRules rules = watched();
        SortedMap<String, String> before = rules.versions();
        String good = Files.readString(table);
        Files.writeString(table, "<definitions>");
        String said = rules.folder().look().orElseThrow();
        assertTrue(said.contains(String.valueOf(table.getFileName())) && said.endsWith("those before them stay"), said);
        assertEquals(Optional.of(said), rules.folder().trouble());
        assertEquals(before, rules.of(TWO).versions());
        rules.folder().require();
        Files.writeString(table, good);
        assertEquals(
                Optional.of("the rules are as they were before"), rules.folder().look());
        assertEquals(Optional.empty(), rules.folder().trouble());
    }

    @Test
    void aRequiredTableThatIsGoneIsAFaultAndNotFewerRules() throws IOException {
        WatchedRules rules = watched();
        Files.writeString(folder.resolve("rules/required.txt"), "limits/" + table.getFileName() + "\n");
        Files.delete(table);
        assertTrue(rules.folder().look().orElseThrow().contains("cannot be used"));
        assertTrue(rules.versions().containsKey("limits/" + table.getFileName()));
    }

    @Test
    void afterARestartOnInvalidRulesJudgedRunsKeepTheirsAndNoneIsJudged() throws IOException {
        SortedMap<String, String> before = watched().of(ONE).versions();
        Files.writeString(table, "<definitions>");
        WatchedRules again = watched();
        assertEquals(before, again.versions(ONE));
        Problem refused = assertThrows(Problem.class, () -> again.of(TWO));
        assertEquals(Problem.Kind.UNAVAILABLE, refused.kind());
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, again.folder()::require).kind());
        assertTrue(again.folder().trouble().orElseThrow().endsWith("no run is judged before they are mended"));
    }

    private WatchedRules watched() {
        return WatchedRules.open(folder.resolve("rules"), folder, kept);
    }
}
