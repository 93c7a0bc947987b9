package dev.vesper.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the terminal may is what a person at any other door may. */
class TerminalPromptTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private RunId run = RunId.of(LocalDate.EPOCH, 1);

    @TempDir
    Path folder;

    @BeforeEach
    void aRunThatAsks() {
        run = memory.open(LocalDate.of(2018, 4, 11), "/firm", 7, false, NOON).id();
        MemoryOperations.decided(memory, run, InstantSource.fixed(NOON));
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            memory.taskStore.raise(new UserTask(
                    new TaskId(run, kind).toString(), run, kind, "Go on?", "12 orders", NOON, null, null, null, ""));
        }
    }

    @Test
    void theAnswerIsTheNamedPersons() {
        assertTrue(ask(TaskKind.PROPOSE_TRADES, " Approve ", "alice"));
        assertEquals(Answer.APPROVE, task(TaskKind.PROPOSE_TRADES).decision());
        assertEquals("alice", task(TaskKind.PROPOSE_TRADES).decidedBy());
        assertTrue(ask(TaskKind.APPROVE_TRADES, "reject", "bob", "too much turnover"));
        assertEquals("too much turnover", task(TaskKind.APPROVE_TRADES).reason());
    }

    @Test
    void whoMayNotIsToldSoAndAskedAgain() {
        assertTrue(ask(TaskKind.PROPOSE_TRADES, "approve", "alice"));
        assertFalse(ask(TaskKind.APPROVE_TRADES, "approve", "ALICE", "approve", "", "approve", "\u0007", "later"));
        assertTrue(task(TaskKind.APPROVE_TRADES).open());
        assertEquals(
                3, said().lines().filter(line -> line.startsWith("denied: ")).count(), said());
        assertEquals(
                "decision-denied",
                memory.rows().getLast().action().word(),
                "the same refusal is in the audit as over any other door");
    }

    @Test
    void anUnknownWordIsAskedAgainAndAClosedTerminalIsLater() {
        assertFalse(ask(TaskKind.PROPOSE_TRADES, "aprove"));
        assertTrue(said().contains("aprove"), said());
        assertFalse(ask(TaskKind.PROPOSE_TRADES, ""));
        assertTrue(task(TaskKind.PROPOSE_TRADES).open());
    }

    @Test
    void onceThereAreUsersThePasswordIsAskedToo() {
        memory.users(InstantSource.fixed(NOON)).settled("alice", "four blue horses", Role.TRADER);
        assertFalse(ask(TaskKind.PROPOSE_TRADES, "approve", "alice", "wrong", "later"));
        assertTrue(said().contains("denied: Expected a user's name and password"), said());
        assertTrue(task(TaskKind.PROPOSE_TRADES).open());
        assertTrue(ask(TaskKind.PROPOSE_TRADES, "approve", "Alice", "four blue horses"));
        assertEquals("alice", task(TaskKind.PROPOSE_TRADES).decidedBy());
        assertEquals("token-revoked", memory.rows().getLast().action().word(), "it was for this answer alone");
        OneTimePassword made =
                memory.users(InstantSource.fixed(NOON)).manage.add("bob", Set.of(Role.APPROVER), "owner");
        assertFalse(
                ask(TaskKind.APPROVE_TRADES, "approve", "bob", made.password().reveal(), "later"));
        assertTrue(said().contains("./vesper login bob"), said());
    }

    @Test
    void inARehearsalANameIsEnough() {
        run = memory.open(LocalDate.of(2018, 4, 12), "/firm", 7, true, NOON).id();
        MemoryOperations.decided(memory, run, InstantSource.fixed(NOON));
        memory.taskStore.raise(new UserTask(
                new TaskId(run, TaskKind.PROPOSE_TRADES).toString(),
                run,
                TaskKind.PROPOSE_TRADES,
                "Go on?",
                "",
                NOON,
                null,
                null,
                null,
                ""));
        memory.users(InstantSource.fixed(NOON)).settled("alice", "four blue horses", Role.TRADER);
        assertTrue(ask(TaskKind.PROPOSE_TRADES, "approve", "demo"));
        assertEquals("demo", task(TaskKind.PROPOSE_TRADES).decidedBy());
    }

    private boolean ask(TaskKind kind, String... typed) {
        Deque<String> keys = new ArrayDeque<>(List.of(typed));
        InstantSource clock = InstantSource.fixed(NOON);
        ServeOperations serve = MemoryOperations.over(memory, clock, Optional.empty());
        Settings settings = Settings.from(Map.of("VESPER_VAR", folder.toString()), folder);
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), true, prompt -> keys.poll());
        return new TerminalPrompt(new OperationsAccess(settings, () -> serve), console).ask(task(kind));
    }

    private Question task(TaskKind kind) {
        return memory.taskStore
                .find(new TaskId(run, kind).toString())
                .map(Question::of)
                .orElseThrow();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
