package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about runs that stand still by the forms of the console, and what their pages hold for them. */
class RepairFormsTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final SignedIn OLGA = SignedIn.whole("olga", Set.of(Role.OPERATOR));
    private static final SignedIn BEN = SignedIn.whole("ben", Set.of(Role.OPERATOR));
    private static final SignedIn VERA = SignedIn.whole("vera", Set.of(Role.VIEWER));

    private final Memory memory = new Memory();
    private RunId first;
    private RunId second;

    @BeforeEach
    void twoStandStill() {
        first = standsStill(11);
        second = standsStill(12);
    }

    private RunId standsStill(int day) {
        RunId id = memory.open(LocalDate.of(2018, 4, day), "/firms/oak", 7, false, NOON)
                .id();
        memory.goesBy(id, DayProcesses.ours());
        memory.keys.replace(
                id, memory.keys.find(id), memory.keys.find(id).orElseThrow().claimedBy(77));
        memory.stage(id, new StageRecord(new ShownStage("check-data"), StageState.DONE, NOON, NOON, "12,345 rows", ""));
        fails(id);
        return id;
    }

    private void fails(RunId id) {
        new Incidents(memory, memory, () -> NOON)
                .raise(id, "rebalance: Expected the lake to take prices.csv, but it does not answer");
    }

    private Operations as(SignedIn caller) {
        return MemoryOperations.over(memory, () -> NOON, Optional.of("process 7"))
                .as(caller);
    }

    /** Sends a form; where it leads. */
    private String sent(SignedIn caller, String form, RunId run, Map<String, List<String>> fields) {
        PageForm sent = RepairForms.ALL.stream()
                .filter(one -> one.path().text().equals(form))
                .findFirst()
                .orElseThrow();
        Filled filled = new Filled(Map.of("run", run.value()), name -> fields.getOrDefault(name, List.of()));
        return ((Done.At) sent.give(as(caller), filled)).href();
    }

    private MovePage.Model page(SignedIn caller, Map<String, String> query) {
        return new MovePage().model(as(caller), new Asked(caller, Map.of("run", first.value()), query));
    }

    @Test
    void aMovedTokenIsAskedForOnThePageAndAnotherPersonAgrees() {
        MovePage.Model page = page(OLGA, Map.of());
        assertEquals("stands still at rebalance", page.from());
        MovePage.Target done = page.targets().getFirst();
        assertEquals("check-data/check-data-contract", done.word());
        assertFalse(done.open(), "what is done is not to be picked");
        assertTrue(done.refusal().startsWith("it is done"), done.refusal());
        assertTrue(page.variables().stream()
                .noneMatch(variable -> variable.refusal().isEmpty()));
        assertFalse(page.changes());

        MovePage.Plan plan = page(OLGA, Map.of("to", "report/write-report")).plan();
        assertTrue(plan.rows().stream().anyMatch(row -> row.figure().startsWith("No order is sent")), plan.toString());
        Map<String, List<String>> fields =
                Map.of("to", List.of(plan.to()), "shown", List.of(plan.shown()), "reason", List.of("the day is over"));
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(
                                Problem.class,
                                () -> sent(OLGA, "runs/{run}/move/ask", first, Map.of("to", List.of(plan.to()))))
                        .kind(),
                "not without a reason");
        assertThrows(Problem.class, () -> sent(VERA, "runs/{run}/move/ask", first, fields));
        String task = first + "/move-token-1";
        assertEquals("/console/tasks/" + task, sent(OLGA, "runs/{run}/move/ask", first, fields));
        assertTrue(memory.resumed.isEmpty());
        assertThrows(Problem.class, () -> as(OLGA).tasks().answer(task, Answer.APPROVE, "", ""));
        as(BEN).tasks().answer(task, Answer.APPROVE, "", "");
        assertEquals(List.of(first), memory.resumed);
    }

    private ReplayPage.Model replay(SignedIn caller, Map<String, String> query) {
        return new ReplayPage().model(as(caller), new Asked(caller, Map.of("run", first.value()), query));
    }

    @Test
    void aReplayIsAskedForOnThePageAndBothRunsLeadToEachOther() {
        ReplayPage.Model page = replay(OLGA, Map.of());
        assertEquals("stands still at rebalance", page.stands());
        assertTrue(page.stages().getFirst().open(), page.stages().toString());
        assertTrue(
                page.stages().get(1).refusal().contains("not checked yet"),
                page.stages().toString());
        ReplayPage.Plan plan = replay(OLGA, Map.of("from", "check-data")).plan();
        Map<String, List<String>> fields =
                Map.of("from", List.of(plan.from()), "shown", List.of(plan.shown()), "reason", List.of("wrong prices"));
        assertThrows(Problem.class, () -> sent(VERA, "runs/{run}/replay/ask", first, fields));
        String task = first + "/replay-day-1";
        assertEquals("/console/tasks/" + task, sent(OLGA, "runs/{run}/replay/ask", first, fields));
        assertThrows(Problem.class, () -> as(OLGA).tasks().answer(task, Answer.APPROVE, "", ""));
        as(BEN).tasks().answer(task, Answer.APPROVE, "", "");
        RunLine old = RunLine.of(as(VERA).runs().show(first).run());
        RunLine next = RunLine.of(as(VERA).runs().show(memory.resumed.getLast()).run());
        assertEquals("superseded", old.state());
        assertEquals(next.href(), old.supersededByHref());
        assertEquals(old.href(), next.supersedesHref());
        assertEquals("check-data", next.from());
        assertTrue(replay(VERA, Map.of()).closed().contains("has taken its place already"));
        assertEquals("", replay(VERA, Map.of("from", "check-data")).plan().formHref());
    }

    @Test
    void whoMayNotSeesWhereItCouldGoAndNoForm() {
        MovePage.Model page = page(VERA, Map.of("to", "report/write-report"));
        assertFalse(page.may());
        assertEquals("", page.plan().formHref());
        assertTrue(page.targets().stream().anyMatch(MovePage.Target::open));
        assertEquals(List.of(), incidents(VERA, Map.of()).causes());
    }

    @Test
    void severalAreTriedAgainWithOneReasonAndEachEndIsShown() {
        IncidentsPage.Cause cause = incidents(OLGA, Map.of()).causes().getFirst();
        assertEquals("2 runs stand still: no-answer at rebalance", cause.words());
        String href = sent(
                OLGA,
                "incidents/retry",
                first,
                Map.of("run", List.of(first.value(), second.value()), "reason", List.of("the lake is up")));
        assertEquals("/console/incidents?tried=" + first + "," + second, href);
        assertEquals(List.of(first, second), memory.resumed);
        assertEquals(
                List.of(first.value(), second.value()),
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.RUN_RESUMED)
                        .map(AuditLog.Row::subject)
                        .toList());
        memory.append(NOON, "vesper", AuditAction.RUN_MENDED, first.value(), "rebalance", false);
        fails(second);
        assertEquals(
                List.of("mended", "failed again"),
                incidents(OLGA, Map.of("tried", first + "," + second)).tried().stream()
                        .map(StandstillLine::outcome)
                        .toList());
    }

    private IncidentsPage.Model incidents(SignedIn caller, Map<String, String> query) {
        return new IncidentsPage().model(as(caller), new Asked(caller, Map.of(), query));
    }
}
