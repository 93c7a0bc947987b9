package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.reconcile.BreakKind;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.StatedAccount;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.data.Severity;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.approval.TaskNote;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.audit.anchor.AnchorState;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.FlowState;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.ReconcileResult;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.breach.TrackBreaches;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataSnapshot;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.RuleQuality;
import dev.vesper.desk.checkdata.RunQuality;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.Standing;
import dev.vesper.desk.diagram.StandingElement;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.health.HealthFigure;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.operations.BooksOfRecord;
import dev.vesper.desk.operations.Breaches;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.InboxCounts;
import dev.vesper.desk.operations.Me;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Owner;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedTotals;
import dev.vesper.desk.operations.ProposedVerdict;
import dev.vesper.desk.operations.ProposedView;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ReplayFilter;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RuleReplayRecord;
import dev.vesper.desk.operations.RuleWaivers;
import dev.vesper.desk.operations.Rules;
import dev.vesper.desk.operations.RulesState;
import dev.vesper.desk.operations.RunData;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.operations.SignedRule;
import dev.vesper.desk.operations.TaskFilter;
import dev.vesper.desk.operations.Users;
import dev.vesper.desk.operations.WhoAmI;
import dev.vesper.desk.practice.ClockFace;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.quarantine.RowDecision;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.repair.FaultCode;
import dev.vesper.desk.repair.Remedy;
import dev.vesper.desk.repair.Retried;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.Tried;
import dev.vesper.desk.repair.move.MoveChoices;
import dev.vesper.desk.repair.move.MoveLog;
import dev.vesper.desk.repair.move.MovePlan;
import dev.vesper.desk.repair.move.RepairVariable;
import dev.vesper.desk.repair.replay.ReplayChoices;
import dev.vesper.desk.repair.replay.ReplayDay;
import dev.vesper.desk.repair.replay.ReplayPlan;
import dev.vesper.desk.repair.replay.ReplayStage;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.OccasionState;
import dev.vesper.desk.trace.SeenTrace;
import dev.vesper.desk.venues.SessionState;
import dev.vesper.desk.venues.VenueRecord;
import dev.vesper.desk.venues.VenueSession;
import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverStatus;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.replay.RuleReplays;
import dev.vesper.desk.workbench.way.ProposalPicture;
import dev.vesper.execution.breaker.BreakerPosition;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.sequence.SequenceNumbers;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.testing.AskedAbout;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.LimitedDay;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.SliceSaves;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import dev.vesper.testing.WorkedOrders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every way to the operations promises, whichever door it is. */
abstract class OperationsContract {
    static final Instant NOON = Instant.parse("2018-04-11T12:00:00.123456Z");
    final Memory memory = new Memory();
    RunId run;

    /** The operations for a caller, by the way that is tried. */
    abstract Operations as(Caller caller);

    /** The operations for whoever holds a personal token; what is asked of them is refused where it stands for nobody. */
    Operations holding(Secret token) {
        ServeOperations operations = serve(Optional.empty());
        return operations.as(operations.bearer(token, "here").orElseThrow(() -> Problem.refused("nobody's token")));
    }

    ServeOperations serve(Optional<String> worker) {
        InstantSource clock = InstantSource.fixed(NOON);
        return MemoryOperations.over(memory, clock, worker);
    }

    @BeforeEach
    void aRunThatAsks() {
        run = memory.open(LocalDate.of(2018, 4, 11), "/firms/ünï", 7, false, NOON)
                .id();
        MemoryOperations.decided(memory, run, InstantSource.fixed(NOON));
        memory.reports.put(run, "report.html", "<p>\u00fc\u0000</p>");
        memory.reports.put(run, "orders.csv", "");
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            memory.taskStore.raise(new UserTask(
                    run + "/" + kind.word(), run, kind, "Go on?", "one\ntwo \"ü\" <b>", NOON, null, null, null, ""));
        }
    }

    @Test
    void runsTasksAndAuditComeInPagesThatMissNothing() {
        for (int i = 0; i < 4; i++) {
            memory.open(LocalDate.of(2018, 4, 12), "/firms/\u00fcn\u00ef", 7, false, NOON); // all at one moment
        }
        Operations reader = as(new Reader());
        List<RunRecord> runs = new ArrayList<>(reader.runs().newest("", 2));
        for (int page = 0; page < 3; page++) {
            runs.addAll(reader.runs().newest(runs.getLast().id().value(), 2));
        }
        assertEquals(memory.recent(100), runs);
        List<AuditLog.Row> rows = new ArrayList<>();
        for (int row = 0; row < memory.rows().size(); row++) {
            rows.addAll(reader.audit().rows(row == 0 ? 0 : rows.getLast().sequence(), 1));
        }
        assertEquals(memory.rows(), rows);
        assertEquals(List.of(), reader.audit().rows(rows.getLast().sequence(), 1));
        AuditLog.Row last = rows.getLast();
        AuditQuery like = AuditQuery.of(
                last.actor(),
                last.action().word(),
                last.subject(),
                last.at().toString(),
                "2200-01-01",
                last.detail().split(" ")[0]);
        assertEquals(
                memory.rows().stream()
                        .filter(row -> Memory.fits(like, row))
                        .toList()
                        .reversed(),
                reader.audit().search(like, AuditQuery.Order.NEWEST, 0, 100));
        AuditQuery nobody = AuditQuery.of("no one & \u00fc+=", "", "", "", "", "100% \"sure\"");
        assertEquals(List.of(), reader.audit().search(nobody, AuditQuery.Order.OLDEST, 0, 100));
        List<Question> all = reader.tasks().newest(100);
        List<Question> tasks = new ArrayList<>(reader.tasks().newest("", 1));
        for (int page = 1; page <= all.size(); page++) {
            tasks.addAll(reader.tasks().newest(TaskMark.of(tasks.getLast()).toString(), 1));
        }
        assertEquals(all, tasks);
        for (Executable wrong : List.<Executable>of(
                () -> reader.runs().newest("yesterday", 2),
                () -> reader.runs().newest("2018-04-11-999", 2),
                () -> reader.runs().newest("", 0),
                () -> reader.tasks().newest("open yesterday x/y", 2),
                () -> reader.tasks().newest("x", 2),
                () -> reader.audit().rows(-1, 1),
                () -> reader.audit().rows(0, 0))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    /** What was answered between two pages is seen again among the decided, and moves nothing out of sight. */
    @Test
    void aTaskThatIsAnsweredBetweenTwoPagesHidesNone() {
        Question first = as(new Reader()).tasks().newest("", 1).getFirst();
        String mark = TaskMark.of(first).toString();
        List<String> others = as(new Reader()).tasks().newest(mark, 100).stream()
                .map(Question::id)
                .toList();
        as(new Person("alice")).tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.REJECT, "no", "");
        List<String> after = as(new Reader()).tasks().newest(mark, 100).stream()
                .map(Question::id)
                .toList();
        assertTrue(after.containsAll(others), () -> after + " lacks some of " + others);
    }

    private String task(TaskKind kind) {
        return new TaskId(run, kind).toString();
    }

    @Test
    void whatIsStoredIsWhatIsRead() {
        memory.stage(
                run,
                new StageRecord(SettleApproval.NAME.stage(), StageState.REFUSED, NOON, NOON.plusMillis(1), "", "no"));
        Operations reader = as(new Reader());
        assertEquals(memory.recent(5), reader.runs().newest(5));
        assertEquals(memory.find(run).orElseThrow(), reader.runs().show(run).run());
        assertEquals(memory.stages(run), reader.runs().show(run).stages());
        String json = ApiJson.write(reader.runs().show(run));
        assertTrue(json.contains("\"stages\":[{\"name\":\"approve-trades\",\"state\":\"refused\""), json);
        assertEquals(
                memory.taskStore.recent(5).stream()
                        .map(Question::of)
                        .sorted(Questions.OPEN_FIRST)
                        .toList(),
                reader.tasks().newest(5));
        Question shown = reader.tasks().show(task(TaskKind.PROPOSE_TRADES));
        assertEquals(Question.of(memory.taskStore.find(shown.id()).orElseThrow()), shown);
        assertEquals(List.of("report.html", "orders.csv"), reader.runs().reportFiles(run));
        ReportFile page = reader.runs().reportFile(run, "report.html");
        assertEquals("report.html", page.name());
        assertEquals("<p>\u00fc\u0000</p>", page.text());
        assertEquals(memory.rows(), reader.audit().rows());
        assertEquals(memory.verify(), reader.audit().verify());
        assertEquals(memory.head(), reader.audit().head());
        ChainState state = reader.audit().state();
        assertEquals(memory.head(), state.head());
        assertEquals(memory.head().sequence(), state.verified());
        assertEquals(List.of(), state.faults());
        assertEquals(memory.verify(), state.allFaults(), "what the last verification of everything found");
        AnchorState kept = reader.audit().anchor().getFirst();
        assertEquals(
                List.of(kept.sequence()),
                memory.anchors.marks.stream().map(AnchorMark::sequence).toList());
        assertEquals(AuditAction.AUDIT_ANCHORED, memory.rows().getLast().action());
        assertEquals(kept.sequence(), reader.audit().anchors().getFirst().sequence());
        assertEquals(
                memory.chained(AuditQuery.ALL, 1, 2),
                reader.audit().chained(AuditQuery.ALL, 1, 2).stream()
                        .map(ExportedRow::chained)
                        .toList());
    }

    @Test
    void allThatPeopleAreAskedAboutIsReadPartByPart() {
        RunId asked = memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, NOON)
                .id();
        memory.saveRebalance(asked, Stream.of(AskedAbout.of(asked)), List.of());
        Operations reader = as(new Reader());
        assertEquals(
                List.of("IBM", "=cmd|' /C calc'!A0"),
                reader.runs().proposedOrders(asked, 0, 10).stream()
                        .map(ProposedOrder::symbol)
                        .toList(),
                "the largest first");
        ProposedOrder order = reader.runs().proposedOrders(asked, 0, 1).getFirst();
        assertEquals(new BigDecimal("120.0000"), order.notional(), "every digit");
        assertEquals(List.of(), reader.runs().proposedOrders(asked, 2, 10));
        assertEquals(
                List.of(Outcome.DENY, Outcome.WARN, Outcome.PASS),
                reader.runs().proposedVerdicts(asked, 0, 10).stream()
                        .map(ProposedVerdict::outcome)
                        .toList(),
                "what did not pass first");
        assertEquals(
                reader.runs().proposedVerdicts(asked, 0, 10).subList(1, 3),
                reader.runs().proposedVerdicts(asked, 1, 2));
        ProposedVerdict warned = reader.runs().proposedVerdicts(asked, 1, 1).getFirst();
        assertEquals("", warned.wouldPass(), "it has passed");
        ProposedHolding held = reader.runs().proposedHoldings(asked, 1, 1).getFirst();
        assertEquals("IBM", held.symbol());
        assertEquals(0.1, held.before(), 1e-12);
        assertEquals(0.4, held.target(), 1e-12);
        assertEquals(0.22, held.after(), 1e-12);
        assertEquals(List.of(), reader.runs().proposedHoldings(run, 0, 10));
    }

    @Test
    void whereARunStandsIsToldByTheFilesItGoesBy() {
        RunId before = memory.open(LocalDate.of(2018, 4, 10), "/firms/ünï", 7, false, NOON.minusSeconds(9))
                .id();
        memory.stage(
                before, new StageRecord(CheckData.NAME.stage(), StageState.DONE, NOON, NOON.plusMillis(2_000), "", ""));
        memory.status(before, RunStatus.DONE);
        FileSet files = DayProcesses.with("check-data.bpmn", text -> text.replace("check-data-contract", "Activity_1"));
        memory.goesBy(run, files);
        memory.stage(run, new StageRecord(CheckData.NAME.stage(), StageState.RUNNING, NOON, null, "", ""));
        Operations reader = as(new Reader());
        RunState state = reader.runs().state(run);
        assertEquals(state, as(new Reader()).runs().state(run), "nothing has happened in between");
        assertEquals(
                List.of(
                        "Check the data › Ingest the files, check the contract",
                        "Approve the trades › Propose the trades",
                        "Approve the trades"),
                state.now());
        StandingElement element = state.elements().stream()
                .filter(one -> one.element().equals("Activity_1"))
                .findFirst()
                .orElseThrow();
        assertEquals("check-data", element.process());
        assertEquals(Standing.ACTIVE, element.state());
        assertEquals(2_000L, element.usualMillis());
        assertEquals(2_000L, state.stages().getFirst().usualMillis());
        assertEquals(
                List.of("rebalance", "approve-trades", "execute-orders", "report"),
                state.coming().stream().map(stage -> stage.name().word()).toList());
        assertEquals(2, state.asked().size());
        List<RunProcess> processes = reader.runs().processes(run);
        assertEquals("end-of-day", processes.getFirst().process());
        assertEquals("check-data", processes.getFirst().calls().getFirst().process());
        assertTrue(processes.get(1).bpmn().contains("Activity_1"), "as it was, not as it lies in processes/");
        SeenTrace trace = reader.runs().trace(run);
        assertEquals("https://traces.example.com/trace/" + trace.trace(), trace.href());
        assertTrue(trace.trace().matches("[0-9a-f]{32}") && trace.span().matches("[0-9a-f]{16}"), trace.toString());
        assertNotEquals(trace, reader.runs().trace(before));
        FileSet rules = new FileSet(Map.of("limits/cap.dmn", "<a>ü</a>".getBytes(StandardCharsets.UTF_8)));
        new KeptRules(memory.rules, memory.files).save(run, rules);
        memory.files.keep(new FileSet(Map.of("limits/cap.dmn", new byte[] {1}))); // the next day's
        assertEquals(
                List.of(new UsedRule("limits/cap.dmn", rules.versions().get("limits/cap.dmn"), "<a>ü</a>")),
                reader.runs().rules(run));
        assertEquals(List.of(), reader.runs().rules(before));
        List<DataSnapshot> snapshots = List.of(new DataSnapshot(
                "prices",
                "s",
                "1.0 abc",
                List.of(new DataSnapshot.LakeObject("raw/a", "1f", 7)),
                List.of(new DataSnapshot.LakeObject("facts/b", "2f", 8))));
        memory.snapshots = asked -> asked.equals(run) ? snapshots : List.of();
        RunData data = reader.runs().data(run);
        assertEquals(snapshots, data.snapshots());
        assertEquals(memory.data.get(run).rows(), data.rows());
        assertEquals(new RunData(0, 0, null, null, List.of()), reader.runs().data(before));
        MadeWith made = reader.runs().madeWith(run);
        assertEquals(files.versions(), made.processes());
        assertEquals("s", made.snapshot());
        assertEquals(
                List.of(state),
                reader.runs().today().stream()
                        .filter(one -> one.run().id().equals(run))
                        .toList());
        assertFalse(reader.runs().state(before).drawn(), "nothing was kept of it");
        assertEquals(List.of(), reader.runs().processes(before));
    }

    @Test
    void secondPersonMustDiffer() {
        Question said = as(new Person("Älice & \"Co\""))
                .tasks()
                .answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "why/not?=+%", "");
        assertEquals("Älice & \"Co\"", said.decidedBy());
        assertEquals("why/not?=+%", said.reason());
        Problem same = assertThrows(
                Problem.class,
                () -> as(new Person("älice & \"co\""))
                        .tasks()
                        .answer(task(TaskKind.APPROVE_TRADES), Answer.APPROVE, "", ""));
        assertEquals(Problem.Kind.REFUSED, same.kind());
        assertEquals(
                Answer.REJECT,
                as(new Person("Bob"))
                        .tasks()
                        .answer(task(TaskKind.APPROVE_TRADES), Answer.REJECT, "", "")
                        .decision());
        assertTrue(as(new Reader()).audit().rows().size() >= 3, "two answers and a denied one");
    }

    @Test
    void aTaskIsTakenByOneAndGivenBack() {
        propose("alice");
        String task = task(TaskKind.APPROVE_TRADES);
        TaskCard free = as(new Reader()).inbox().card(task);
        assertEquals("checkers", free.group());
        assertEquals(NOON.plus(Duration.ofHours(1)), free.due());
        assertEquals(List.of("alice"), free.barred());
        TaskCard taken = as(new Person("bob")).inbox().claim(task, OptionalInt.of(free.version()));
        assertEquals("bob", taken.holder());
        assertEquals(free.shown(), taken.shown(), "who has it is not what is shown");
        refused("bob has", () -> as(new Person("carol")).inbox().claim(task, OptionalInt.of(free.version())));
        refused("bob has", () -> as(new Person("carol")).tasks().answer(task, Answer.APPROVE, "", free.shown()));
        refused("Expected another person", () -> as(new Person("alice")).inbox().giveBack(task, "mine"));
        assertNull(as(new Person("carol")).inbox().giveBack(task, "bob is ill").holder());
        assertEquals(
                Answer.APPROVE,
                as(new Person("carol"))
                        .tasks()
                        .answer(task, Answer.APPROVE, "", free.shown())
                        .decision());
        assertEquals(
                List.of(
                        AuditAction.TASK_CLAIMED,
                        AuditAction.TASK_ACT_DENIED,
                        AuditAction.DECISION_DENIED,
                        AuditAction.TASK_ACT_DENIED,
                        AuditAction.TASK_GIVEN_BACK,
                        AuditAction.TRADES_APPROVED),
                as(new Reader()).audit().ofRun(run).stream()
                        .filter(row -> row.subject().equals(task))
                        .map(AuditLog.Row::action)
                        .toList(),
                "what was refused is recorded like what was granted");
        refused("already decided", () -> as(new Person("dora")).inbox().claim(task, OptionalInt.empty()));
    }

    @Test
    void whatChangedSinceItWasShownTakesNoAnswer() {
        propose("alice");
        String task = task(TaskKind.APPROVE_TRADES);
        String shown = as(new Reader()).inbox().card(task).shown();
        TaskCard asked = as(new Person("carol")).inbox().ask(task, "Why so much\nIBM?");
        assertEquals("alice", asked.maker());
        refused(
                "has changed since you opened it",
                () -> as(new Person("bob")).tasks().answer(task, Answer.APPROVE, "", shown));
        refused("changed since", () -> as(new Person("bob")).tasks().answer(task, Answer.REJECT, "no", "0123456789ab"));
        refused("changed since", () -> as(new Person("bob")).tasks().answer(task, Answer.REJECT, "no", "0"));
        refused("to reply", () -> as(new Person("bob")).inbox().reply(task, "so"));
        TaskCard replied = as(new Person("alice")).inbox().reply(task, "a <b>deposit</b>");
        assertNull(replied.maker());
        assertEquals(
                List.of("proposed", "asked the maker", "replied"),
                replied.history().stream().map(TaskNote::what).toList());
        as(new Person("bob")).tasks().answer(task, Answer.APPROVE, "", replied.shown());
        List<TaskNote> history = as(new Reader()).inbox().card(task).history();
        assertEquals("answered what was shown", history.get(3).what());
        assertEquals(replied.shown(), history.get(3).text(), "in the record");
    }

    @Test
    void aTaskIsHandedToWhoIsKnownAlone() {
        propose("alice");
        String task = task(TaskKind.APPROVE_TRADES);
        refused(
                "is not; ./vesper tasks show",
                () -> as(new Person("bob")).inbox().delegate(task, "carol", ""));
        Operations bob = holding(signedIn("bob", Role.APPROVER));
        Operations carol = holding(signedIn("carol", Role.APPROVER));
        signedIn("vera", Role.VIEWER);
        signedIn("alice", Role.APPROVER);
        ManageUsers users = memory.users(InstantSource.fixed(NOON)).access.users();
        users.letOut("carol", "owner");
        for (String to : List.of("carol", "mallory", "vera", "car0l", "al\u0131ce", " ")) {
            assertThrows(Problem.class, () -> bob.inbox().delegate(task, to, ""), to);
        }
        users.letIn("carol", "owner");
        refused("Expected another person", () -> bob.inbox().delegate(task, "alice", ""));
        assertEquals("carol", bob.inbox().delegate(task, "carol", "a feast").holder());
        refused("carol has", () -> bob.tasks().answer(task, Answer.APPROVE, "", ""));
        carol.tasks().answer(task, Answer.APPROVE, "", "");
    }

    @Test
    void anInboxHasWhatWaitsForItsRole() {
        Operations approver = holding(signedIn("bob", Role.APPROVER));
        Operations trader = holding(signedIn("tess", Role.TRADER));
        TaskFilter mine = new TaskFilter(TaskFilter.Whose.MINE, TaskFilter.State.OPEN, "");
        TaskFilter all = new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OPEN, "");
        assertEquals(List.of("propose-trades"), kinds(trader.inbox().tasks(mine, 0, 10)));
        assertEquals(List.of("approve-trades"), kinds(approver.inbox().tasks(mine, 0, 10)));
        assertEquals(
                List.of("approve-trades", "propose-trades"),
                kinds(approver.inbox().tasks(all, 0, 10)),
                "what is due earliest first");
        assertEquals(1, kinds(approver.inbox().tasks(all, 0, 1)).size());
        assertEquals(
                List.of("propose-trades"),
                kinds(approver.inbox()
                        .tasks(new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OPEN, "makers"), 0, 10)));
        assertEquals(
                List.of(),
                approver.inbox().tasks(new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OVERDUE, ""), 0, 10));
        assertEquals(
                new InboxCounts(
                        1,
                        0,
                        List.of(new InboxCounts.OfGroup("checkers", 1, 0), new InboxCounts.OfGroup("makers", 1, 0))),
                trader.inbox().counts());
        assertEquals(0, holding(signedIn("vera", Role.VIEWER)).inbox().counts().mine());
        assertEquals(0, as(new Reader()).inbox().counts().mine());
        trader.tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", "");
        approver.inbox().ask(task(TaskKind.APPROVE_TRADES), "why?");
        assertEquals(
                List.of("approve-trades"),
                kinds(trader.inbox().tasks(mine, 0, 10)),
                "what the maker is asked waits too");
        assertEquals(
                List.of("propose-trades"),
                kinds(approver.inbox()
                        .tasks(new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.ANSWERED, ""), 0, 10)));
        assertEquals(
                List.of("propose-trades"),
                kinds(trader.inbox()
                        .tasks(new TaskFilter(TaskFilter.Whose.MINE, TaskFilter.State.ANSWERED, ""), 0, 10)));
    }

    private static List<String> kinds(List<TaskCard> cards) {
        return cards.stream().map(card -> card.question().kind()).toList();
    }

    /** Whoever proposes or approves first unticks single orders; what goes is bound to the rest, and it shows everywhere. */
    @Test
    void singleOrdersAreLeftOutForAReason() {
        run = memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, NOON)
                .id();
        MemoryOperations.decided(memory, run, InstantSource.fixed(NOON), TradingDay.parents(4, 2));
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            memory.taskStore.raise(new UserTask(task(kind), run, kind, "Go on?", "", NOON, null, null, null, ""));
        }
        List<String> orders = as(new Reader())
                .runs()
                .proposedOrders(run, new ProposedView(ProposedView.First.LARGEST, "-000"), 0, 10)
                .stream()
                .map(ProposedOrder::order)
                .toList();
        assertEquals(4, orders.size());
        assertEquals(
                List.of(),
                as(new Reader())
                        .runs()
                        .proposedOrders(run, new ProposedView(ProposedView.First.ATTENTION, "nowhere"), 0, 10));
        assertTrue(as(new Reader()).inbox().card(task(TaskKind.PROPOSE_TRADES)).leavesOut());
        Operations alice = as(new Person("alice"));
        Operations bob = as(new Person("bob"));
        String propose = task(TaskKind.PROPOSE_TRADES);
        Problem unsaid = assertThrows(
                Problem.class, () -> alice.tasks().answer(propose, Answer.APPROVE, "", "", List.of(orders.getFirst())));
        assertEquals(Problem.Kind.INPUT, unsaid.kind());
        assertTrue(String.valueOf(unsaid.getMessage()).startsWith("Expected a reason"), unsaid::getMessage);
        alice.tasks().answer(propose, Answer.APPROVE, "too \"ü\"", "", List.of(orders.getFirst()));
        String approve = task(TaskKind.APPROVE_TRADES);
        refused(
                "is left out already",
                () -> bob.tasks().answer(approve, Answer.APPROVE, "too", "", List.of(orders.getFirst())));
        bob.tasks().answer(approve, Answer.APPROVE, "dear", "", List.of(orders.get(1)));
        assertFalse(bob.inbox().card(approve).leavesOut());
        assertEquals(
                List.of("left out by alice: too \"ü\"", "left out by bob: dear", "", ""),
                bob.runs().proposedOrders(run, 0, 10).stream()
                        .map(ProposedOrder::leftOut)
                        .toList());
        ProposedTotals totals = bob.runs().proposedTotals(run);
        assertEquals(List.of(2, 2), List.of(totals.orders(), totals.leftOut()));
        assertEquals(
                Optional.of(OrderStatus.LEFT_OUT),
                bob.orders().list(run, 0, 10).stream()
                        .filter(line -> line.order().equals(orders.get(1)))
                        .map(OrderLine::state)
                        .findFirst());
        assertEquals(2, bob.orders().totals(run).leftOut());
        assertEquals(
                List.of(orders.getFirst() + ": too \"ü\"", orders.get(1) + ": dear"),
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.ORDER_LEFT_OUT)
                        .map(AuditLog.Row::detail)
                        .toList());
    }

    /** What somebody's roles do not let them do leaves a row, as what four eyes refuse does. */
    @Test
    void whoMayNotIsRecorded() {
        Secret vera = signedIn("vera", Role.VIEWER);
        String task = task(TaskKind.PROPOSE_TRADES);
        refused("may not", () -> holding(vera).tasks().answer(task, Answer.APPROVE, "", ""));
        AuditLog.Row row = memory.rows().getLast();
        assertEquals(AuditAction.ACT_DENIED, row.action());
        assertEquals(List.of("vera", task), List.of(row.actor(), row.subject()));
        assertTrue(row.detail().contains("answer what people are asked"), row.detail());
        refused("may not", () -> holding(vera).users().list());
        assertEquals("see-audit", memory.rows().getLast().subject());
        int rows = memory.rows().size();
        holding(vera).runs().newest(1);
        assertEquals(rows, memory.rows().size(), "what is seen leaves none");
    }

    private void propose(String by) {
        as(new Person(by)).tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", "");
    }

    @Test
    void whoGivesNoNameChangesNothing() {
        Problem answer = assertThrows(
                Problem.class,
                () -> as(new Reader()).tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", ""));
        assertEquals(Problem.Kind.REFUSED, answer.kind());
        Problem abandon =
                assertThrows(Problem.class, () -> as(new Reader()).repair().close(run, "wrong date"));
        assertEquals(Problem.Kind.REFUSED, abandon.kind());
        assertTrue(memory.taskStore
                .find(task(TaskKind.PROPOSE_TRADES))
                .orElseThrow()
                .open());
    }

    @Test
    void unknownThingsAreWrongUsage() {
        RunId other = new RunId("2018-04-11-009");
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> as(new Reader()).runs().show(other))
                        .kind());
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(
                                Problem.class,
                                () -> as(new Reader())
                                        .tasks()
                                        .show(new TaskId(other, TaskKind.RELEASE_DATA).toString()))
                        .kind());
        for (Executable unknown : List.<Executable>of(
                () -> as(new Reader()).runs().reportFiles(other),
                () -> as(new Reader()).runs().state(other),
                () -> as(new Reader()).runs().processes(other),
                () -> as(new Reader()).runs().madeWith(other),
                () -> as(new Reader()).runs().trace(other),
                () -> as(new Reader()).runs().data(other),
                () -> as(new Reader()).runs().rules(other),
                () -> as(new Reader()).runs().questions(other),
                () -> as(new Reader()).runs().proposedOrders(other, 0, 1),
                () -> as(new Reader()).runs().proposedHoldings(other, 0, 1),
                () -> as(new Reader()).runs().proposedVerdicts(other, 0, 1),
                () -> as(new Reader()).runs().proposedOrders(run, -1, 1),
                () -> as(new Reader()).runs().reportFile(other, "report.html"),
                () -> as(new Reader()).runs().reportFile(run, "../orders.csv"))) {
            assertEquals(
                    Problem.Kind.INPUT, assertThrows(Problem.class, unknown).kind());
        }
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> as(new Reader()).runs().newest(0))
                        .kind());
    }

    private static void refused(String part, Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertEquals(Problem.Kind.REFUSED, problem.kind(), problem.getMessage());
        assertTrue(String.valueOf(problem.getMessage()).contains(part), problem.getMessage());
    }

    /** A user with a password of their own, who has signed in. */
    private Secret signedIn(String name, Role... roles) {
        Secret first = as(new Owner()).users().add(name, Set.of(roles)).password();
        Secret own = new Secret("four blue \"hörses\"");
        assertEquals(new Entered(name, null), as(new Reader()).entry().signIn(name, first), "it is changed first");
        as(new Reader()).entry().changePassword(name, first, own);
        refused("they are not", () -> as(new Reader()).entry().signIn(name, first));
        return issued(as(new Reader()).entry().signIn(name, own));
    }

    static Secret issued(Entered entered) {
        return Objects.requireNonNull(entered.issued()).secret();
    }

    @Test
    void usersAreMadeAndChanged() {
        assertFalse(as(new Reader()).entry().asked().users());
        Secret ada = signedIn("Ada \"Ü\"", Role.ADMINISTRATOR);
        assertTrue(as(new Reader()).entry().asked().users());
        Users users = holding(ada).users();
        assertEquals(
                new User("bob", Set.of(Role.TRADER, Role.RISK_OFFICER), true, true, ""),
                users.add("bob", Set.of(Role.RISK_OFFICER, Role.TRADER)).user());
        assertEquals(
                Set.of(Role.VIEWER), users.roles("bob", Set.of(Role.VIEWER)).roles());
        assertFalse(users.letOut("bob").active());
        assertTrue(users.letIn("bob").active());
        assertEquals("248289761001", users.link("bob", "248289761001").identity());
        assertEquals("", users.unlink("bob").identity());
        assertTrue(users.resetPassword("bob").user().mustChangePassword());
        assertEquals(
                List.of("Ada \"Ü\"", "bob"),
                users.list().stream().map(User::name).toList());
        refused("nobody may change their own roles", () -> users.roles("Ada \"Ü\"", Set.of(Role.TRADER)));
        refused("may not", () -> as(new Person("bob")).users().add("zed", Set.of(Role.VIEWER)));
        refused("may not", () -> holding(signedIn("zoe", Role.TRADER)).users().list());
        assertEquals(
                "Ada \"Ü\"",
                as(new Reader()).audit().rows().stream()
                        .filter(row -> row.action() == AuditAction.ROLES_CHANGED)
                        .findFirst()
                        .orElseThrow()
                        .actor());
    }

    @Test
    void whoSignedInAnswersAndANameAloneDoesNot() {
        assertEquals("by name alone", as(new Person("carol")).me().who().how());
        Secret carol = signedIn("carol", Role.TRADER);
        assertEquals(
                new WhoAmI(
                        "carol",
                        "signed in",
                        List.of(Role.TRADER),
                        List.of(
                                Permission.SEE,
                                Permission.ANSWER_TASKS,
                                Permission.POST_TO_BOOKS,
                                Permission.STOP_TRADING)),
                holding(carol).me().who());
        refused(
                "./vesper login bob",
                () -> as(new Person("bob")).tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", ""));
        assertEquals(
                "carol",
                holding(carol)
                        .tasks()
                        .answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", "")
                        .decidedBy());
        refused("may not", () -> holding(carol).repair().close(run, "wrong date"));
        refused("nobody is named", () -> as(new Owner()).repair().close(run, "wrong date"));
    }

    @Test
    void aTokenAllowsWhatItSaysAndEnds() {
        Secret carol = signedIn("carol", Role.TRADER, Role.APPROVER);
        Me me = holding(carol).me();
        IssuedToken issued = me.issueToken("night \"export\"", Set.of(Permission.SEE), 30);
        assertEquals(
                NOON.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS),
                issued.token().expires());
        assertEquals(2, me.tokens().size());
        Operations narrow = holding(issued.secret());
        assertEquals(memory.recent(5), narrow.runs().newest(5));
        refused("may not", () -> narrow.tasks().answer(task(TaskKind.PROPOSE_TRADES), Answer.APPROVE, "", ""));
        refused("may no more than you", () -> narrow.me().issueToken("wider", Set.of(Permission.ANSWER_TASKS), 30));
        refused("may no more than you", () -> me.issueToken("more", Set.of(Permission.MANAGE_USERS), 30));
        refused("has signed in", () -> as(new Person("carol")).me().tokens());
        refused("has signed in", () -> as(new Owner()).me().issueToken("x", Set.of(Permission.SEE), 1));
        assertEquals(issued.token(), me.revokeToken(issued.token().id()));
        refused("", () -> holding(issued.secret()).runs().newest(5));
        me.changePassword(new Secret("four blue \"hörses\""), new Secret("five green zebras"));
        refused("", () -> holding(carol).runs().newest(5));
    }

    @Test
    void whatKeepsARunIsShown() {
        new Incidents(memory, memory, InstantSource.fixed(NOON)).raise(run, "report: the disk is full");
        assertEquals(
                List.of(new Incident(NOON, "report: the disk is full")),
                as(new Reader()).runs().show(run).incidents());
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> as(new Reader()).repair().retry(run, "room on the disk"))
                        .kind());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(
                                Problem.class,
                                () -> as(new Person("carol")).repair().retry(run, "room on the disk"))
                        .kind(),
                "nothing works here");
    }

    @Test
    void whatStandsStillIsToldInPlainWords() {
        assertEquals(List.of(), as(new Reader()).repair().incidents());
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> as(new Reader()).repair().incident(run))
                        .kind(),
                "it never did");
        RunId asked = memory.open(LocalDate.of(2018, 4, 12), "/firms/oak", 7, false, NOON)
                .id();
        memory.saveRebalance(asked, Stream.of(AskedAbout.of(asked)), List.of());
        new Incidents(memory, memory, InstantSource.fixed(NOON))
                .raise(
                        asked,
                        "execute-orders: Expected the venues to be logged on within 5 s, but [LIT] are not \"ü\"");
        Standstill still = as(new Reader()).repair().incident(asked);
        assertEquals(List.of(still), as(new Reader()).repair().incidents());
        assertEquals(FaultCode.VENUE_AWAY, still.code());
        assertEquals("execute-orders", still.stage());
        assertEquals(NOON, still.since());
        assertEquals(2, still.cost().unsent());
        assertTrue(still.remedies().stream().allMatch(Remedy::allowed), still.toString());
        refused("may not", () -> holding(signedIn("zoe", Role.TRADER)).repair().retry(asked, "LIT is up"));
        Tried denied = as(new Reader()).repair().incident(asked).tried().getLast();
        assertEquals("zoe", denied.by());
        assertEquals("refused", denied.outcome());
        assertTrue(denied.reason().endsWith("(wanted because: LIT is up)"), denied.reason());
    }

    @Test
    void rowsThatWereSetAsideAreReadPartByPart() {
        assertEquals(List.of(), as(new Reader()).repair().setAside(run, 0, 10));
        assertThrows(Problem.class, () -> as(new Reader()).repair().setAside(run, -1, 10));
        assertThrows(Problem.class, () -> as(new Reader()).repair().setAside(new RunId("2018-04-11-009"), 0, 10));
        memory.data.put(run, new DataCheck("s", 3, 1, run.date(), run.date(), List.of(), true, "quarantine/x.csv"));
        SetAsideRow row = new SetAsideRow(
                "prices.csv",
                3,
                2,
                "2018-04-11 \"ü\"",
                "-3",
                "close-range",
                "no",
                "a,b",
                List.of("c"),
                List.of("d", ""));
        memory.setAside = (_, _, from, most) -> List.of(row, row).subList(from, Math.min(2, from + most));
        assertEquals(List.of(row), as(new Reader()).repair().setAside(run, 1, 10));
    }

    @Test
    void aRowIsCorrectedByTwoPeopleAndTheRunGoesOn() {
        RunId asking = asking();
        Operations olga = holding(signedIn("olga", Role.OPERATOR));
        Operations ben = holding(signedIn("ben", Role.APPROVER));
        RowPlace place = RowPlace.of("prices.csv:3:3");
        RowAsk ask = new RowAsk(RowAct.CORRECT, List.of(place), Map.of("close", "10.2"));
        assertEquals("", olga.repair().rowsClosed(asking));
        assertEquals(
                "Run " + run + " did not ask about its data, so its accepted rows are in use already;"
                        + " mend the file and run the day again",
                olga.repair().rowsClosed(run));
        refused("named person", () -> as(new Reader()).repair().decideRows(asking, ask, "typo"));
        refused("may not", () -> ben.repair().decideRows(asking, ask, "typo"));
        refused("a reason", () -> olga.repair().decideRows(asking, ask, ""));
        unknown(
                "prices.csv:9:3 is none",
                () -> olga.repair()
                        .decideRows(
                                asking,
                                new RowAsk(RowAct.RELEASE, List.of(RowPlace.of("prices.csv:9:3")), Map.of()),
                                "x"));
        unknown(
                "maybe",
                () -> olga.repair()
                        .decideRows(asking, new RowAsk(RowAct.CORRECT, List.of(place), Map.of("clos", "1")), "x"));
        memory.rows.against = List.of("prices.csv:3:3 cannot be corrected: close must be above 0, but got \"0\"");
        refused("close must be above 0", () -> olga.repair().decideRows(asking, ask, "typo"));
        memory.rows.against = List.of();
        RowDecision asked = olga.repair().decideRows(asking, ask, "typo at the vendor");
        assertEquals(asking + "/decide-rows-1", asked.id());
        assertEquals("waits", asked.state());
        assertEquals(
                "correct prices.csv:3:3: date 2018-04-11, symbol S01, close -3 -> 10.2",
                asked.rows().getFirst().words());
        refused("already", () -> olga.repair().decideRows(asking, ask, "again"));
        refused("another person", () -> olga.tasks().answer(asked.id(), Answer.APPROVE, "mine", ""));
        Question open = ben.tasks().show(asked.id());
        assertTrue(open.detail().contains("close -3 -> 10.2"), open.detail());
        assertTrue(open.detail().contains("0 of 3 rows set aside, the contract holds"), open.detail());
        assertEquals(
                "approve",
                ben.tasks()
                        .answer(asked.id(), Answer.APPROVE, "the exchange says so", "")
                        .word());
        assertEquals(
                "agreed",
                as(new Reader()).repair().rowDecisions(asking).getFirst().state());
        UserTask release = memory.tasks.get(asking + "/release-data");
        assertEquals("ben", release.decidedBy(), "nothing was left to decide");
        assertTrue(release.question().contains("The contract holds"), release.question());
        refused("as a whole", () -> olga.repair().decideRows(asking, ask, "again"));
        assertEquals(
                List.of("rows-asked", "rows-agreed", "data-released"),
                memory.rows(asking).stream()
                        .map(row -> row.action().word())
                        .filter(word -> word.startsWith("rows") || word.equals("data-released"))
                        .toList());
    }

    @Test
    void aRowThatSomebodyElseDoesNotAgreeToStaysOut() {
        RunId asking = asking();
        Operations olga = holding(signedIn("olga", Role.OPERATOR));
        RowAsk ask = new RowAsk(RowAct.RELEASE, List.of(RowPlace.of("prices.csv:3:3")), Map.of());
        RowDecision asked = olga.repair().decideRows(asking, ask, "it is right");
        assertEquals(
                "reject",
                holding(signedIn("ben", Role.APPROVER))
                        .tasks()
                        .answer(asked.id(), Answer.REJECT, "no", "")
                        .word());
        assertEquals("refused", olga.repair().rowDecisions(asking).getFirst().state());
        assertTrue(memory.tasks.get(asking + "/release-data").open());
        assertEquals(
                asking + "/decide-rows-2",
                olga.repair().decideRows(asking, ask, "it really is").id());
    }

    private static void unknown(String part, Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertEquals(Problem.Kind.INPUT, problem.kind(), problem.getMessage());
        assertTrue(String.valueOf(problem.getMessage()).contains(part), problem.getMessage());
    }

    /** A run whose data broke its contract, and that asks about it. */
    private RunId asking() {
        return memory.rows.asking(LocalDate.of(2018, 4, 12), NOON);
    }

    @Test
    void howGoodTheDataWasIsToldOfTheNewestRuns() {
        assertEquals(List.of(), as(new Reader()).quality().newest(10));
        ProductQuality quality = new ProductQuality(
                "prices",
                "1.0.0 (abc)",
                100,
                3,
                run.date().minusDays(2),
                0,
                List.of(new RuleQuality("close-range", "above \u00fc", Severity.WARNING, 3, true, true)));
        memory.quality.put(run, List.of(quality));
        RunQuality told = as(new Reader()).quality().newest(10).getFirst();
        assertEquals(List.of(quality), told.products());
        assertEquals(OptionalLong.of(2), told.ageDays(quality));
        assertThrows(Problem.class, () -> as(new Reader()).quality().newest(501));
    }

    @Test
    void ordersAreReadAsTheyStandPartByPart() {
        RunId worked = memory.open(LocalDate.of(2018, 4, 12), "/firms/\u00fcn\u00ef", 7, false, NOON)
                .id();
        Operations reader = as(new Reader());
        assertEquals(List.of(), reader.orders().list(worked, 0, 10));
        WorkedOrders.of(memory, worked);
        RunRecord record = memory.find(worked).orElseThrow();
        assertEquals(memory.blotter.totals(record), reader.orders().totals(worked));
        assertEquals(memory.blotter.list(record, 1, 2), reader.orders().list(worked, 1, 2));
        String order = WorkedOrders.id(worked, 2);
        assertEquals(memory.blotter.show(record, order), reader.orders().show(worked, order));
        assertEquals(
                memory.blotter.children(record, WorkedOrders.id(worked, 1), 0, 10),
                reader.orders().children(worked, WorkedOrders.id(worked, 1), 0, 10));
        assertEquals(
                memory.blotter.schedule(record, WorkedOrders.id(worked, 1)),
                reader.orders().schedule(worked, WorkedOrders.id(worked, 1)));
        assertEquals(
                memory.blotter.life(record, WorkedOrders.id(worked, 1)),
                reader.orders().life(worked, WorkedOrders.id(worked, 1)));
        for (Executable wrong : List.<Executable>of(
                () -> reader.orders().list(worked, -1, 2),
                () -> reader.orders().list(worked, 0, 0),
                () -> reader.orders().list(worked, 0, 10_001),
                () -> reader.orders().show(worked, "totals-of-ün\u00ef/.."),
                () -> reader.orders().children(worked, order, 0, 0),
                () -> reader.orders().children(worked, "x", 0, 1),
                () -> reader.orders().schedule(worked, "x"),
                () -> reader.orders().life(worked, "x"),
                () -> reader.orders().totals(new RunId("2018-04-11-099")))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    @Test
    void limitsAndExposuresAreReadPartByPart() {
        RunRecord record = memory.open(LocalDate.of(2018, 4, 12), "/firms/small", 7, false, NOON);
        RunId limited = record.id();
        Operations reader = as(new Reader());
        assertEquals(List.of(), reader.limits().worst(limited));
        LimitedDay.of(memory, limited);
        assertEquals(memory.limits.worst(record), reader.limits().worst(limited));
        assertEquals(
                memory.limits.accounts(record, "position-weight", 1, 1),
                reader.limits().accounts(limited, "position-weight", 1, 1));
        assertEquals(
                memory.limits.orders(record, "gross-exposure", "ANNA", 0, 5),
                reader.limits().orders(limited, "gross-exposure", "ANNA", 0, 5));
        for (ExposureBy by : ExposureBy.values()) {
            assertEquals(memory.limits.exposures(record, by), reader.limits().exposures(limited, by));
        }
        for (Executable wrong : List.<Executable>of(
                () -> reader.limits().worst(new RunId("2018-04-11-099")),
                () -> reader.limits().accounts(limited, "n\u00f6ne/..", 0, 1),
                () -> reader.limits().accounts(limited, "position-weight", -1, 1),
                () -> reader.limits().orders(limited, "position-weight", "NOBODY", 0, 1),
                () -> reader.limits().orders(limited, "position-weight", "ANNA", 0, 0))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    @Test
    void aSupportBundleIsHandedOverWhole() {
        refused("may not", () -> holding(signedIn("vera", Role.VIEWER)).repair().bundle());
        ReportFile made = as(new Person("carol")).repair().bundle();
        assertEquals("vesper-support.zip", made.name());
        assertEquals("PK", new String(made.content(), 0, 2, StandardCharsets.US_ASCII));
        assertEquals(AuditAction.SUPPORT_BUNDLE_MADE, memory.rows().getLast().action());
        assertEquals("carol", memory.rows().getLast().actor());
    }

    @Test
    void aNamedPersonClosesARunAndSaysWhy() {
        for (String none : List.of("", " ", "\n")) {
            Problem usage = assertThrows(
                    Problem.class, () -> as(new Person("carol")).repair().close(run, none));
            assertEquals(Problem.Kind.INPUT, usage.kind());
        }
        assertEquals(
                RunStatus.ABANDONED,
                as(new Person("carol"))
                        .repair()
                        .close(run, "wrong \"ü\" prices\nrun-done by bob")
                        .status());
        assertEquals("carol", memory.rows().getLast().actor());
        assertFalse(memory.rows().getLast().detail().contains("\n"), "one line");
        assertTrue(memory.rows().getLast().detail().startsWith("wrong \"ü\" prices"));
    }

    /** A run that stands still at its data, by the project's processes, with an instance in the engine. */
    private void stoodStill() {
        memory.goesBy(run, DayProcesses.ours());
        memory.keys.replace(
                run, memory.keys.find(run), memory.keys.find(run).orElseThrow().claimedBy(77));
        memory.append(NOON, "vesper", AuditAction.RUN_FAILED, run.value(), "check-data: Expected a file", false);
        memory.status(run, RunStatus.FAILED);
    }

    /** Three days stand still for one cause, a fourth for another: one reason, a row of the audit each, an end each. */
    @Test
    void severalThatStandStillForOneCauseAreTriedAgainTogether() {
        List<RunId> runs = new ArrayList<>();
        for (int day = 16; day <= 19; day++) {
            RunId id = memory.open(LocalDate.of(2018, 4, day), "/firms/oak", 7, false, NOON)
                    .id();
            runs.add(id);
            new Incidents(memory, memory, InstantSource.fixed(NOON))
                    .raise(
                            id,
                            day < 19
                                    ? "execute-orders: Expected the venues to be logged on within 5 s, but [LIT] are not"
                                    : "report: Expected 20 MB free, but only 3 MB are");
        }
        List<RunId> three = runs.subList(0, 3);
        Operations carol = serve(Optional.of("process 7")).as(new Person("Carol"));
        refused("named person", () -> as(new Reader()).repair().retryAll(three, "LIT is up"));
        for (Executable wrong : List.<Executable>of(
                () -> carol.repair().retryAll(runs, "LIT is up"),
                () -> carol.repair().retryAll(three, " "),
                () -> carol.repair().retryAll(List.of(), "LIT is up"),
                () -> carol.repair().retryAll(List.of(new RunId("2001-01-01-001")), "LIT is up"))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertTrue(memory.resumed.isEmpty(), "nothing half done");
        memory.status(three.getLast(), RunStatus.RUNNING); // somebody was quicker
        List<Retried> tried =
                carol.repair().retryAll(List.of(runs.get(0), runs.get(0), runs.get(1), runs.get(2)), "LIT is up");
        assertEquals(three, tried.stream().map(Retried::run).toList());
        assertEquals(
                List.of(true, true, false), tried.stream().map(Retried::gone).toList());
        assertTrue(tried.getLast().said().contains("stands still"), tried.toString());
        assertEquals(
                List.of(runs.get(0).value(), runs.get(1).value()),
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.RUN_RESUMED
                                && row.actor().equals("Carol")
                                && row.detail().equals("LIT is up"))
                        .map(AuditLog.Row::subject)
                        .toList());
        memory.append(NOON, "vesper", AuditAction.RUN_MENDED, runs.get(0).value(), "execute-orders", false);
        new Incidents(memory, memory, InstantSource.fixed(NOON))
                .raise(
                        runs.get(1),
                        "execute-orders: Expected the venues to be logged on within 5 s, but [LIT] are not");
        assertEquals("mended", as(new Reader()).repair().incident(runs.get(0)).outcome());
        assertEquals(
                "failed again", as(new Reader()).repair().incident(runs.get(1)).outcome());
        int denied = memory.rows().size();
        refused("may not", () -> holding(signedIn("zoe", Role.TRADER)).repair().retryAll(three, "LIT is up"));
        assertEquals(
                three.stream().map(RunId::value).toList(),
                memory.rows().subList(denied, memory.rows().size()).stream()
                        .filter(row -> row.action() == AuditAction.REPAIR_DENIED)
                        .map(AuditLog.Row::subject)
                        .toList(),
                "each refusal stands beside its run");
    }

    @Test
    void aTokenIsMovedByTwo() {
        stoodStill();
        Operations reader = as(new Reader());
        MoveChoices choices = reader.repair().moves(run);
        assertEquals("", choices.refusal());
        assertEquals(
                List.of("runId", "attempt", "dayKey", "rootKey", "dataVerdict", "approval", "decision"),
                choices.variables().stream().map(RepairVariable::name).toList());
        assertTrue(choices.variables().stream().noneMatch(RepairVariable::allowed), "the record decides");
        MovePlan plan = reader.repair().move(run, "report", "");
        assertEquals("report/report", plan.entry().word().replaceAll("/.*", "/report"));
        assertTrue(plan.allowed(), plan.refusal());
        assertTrue(
                plan.passedOver().stream().anyMatch(one -> one.contains("execute-orders")),
                plan.passedOver().toString());
        for (Executable refused : List.<Executable>of(
                () -> reader.repair().askMove(run, "report", "", "", "nobody's"),
                () -> as(new Person("Bob")).repair().askMove(run, "report", "", "0123456789ab", "stale"),
                () -> as(new Person("Bob")).repair().askMove(run, "close-refused", "", "", "no step to go to"),
                () -> as(new Person("Bob")).repair().askMove(run, "report", "approval=approved", "", "no eyes"),
                () -> as(new Person("Bob")).repair().askMove(run, "report", "runId=2018-04-11-002", "", "an id"))) {
            Problem denied = assertThrows(Problem.class, refused);
            assertTrue(
                    denied.kind() == Problem.Kind.REFUSED || denied.getMessage().contains("close-refused"),
                    denied.getMessage());
        }
        for (Executable wrong : List.<Executable>of(
                () -> as(new Person("Bob")).repair().askMove(run, "report", "", "", " "),
                () -> as(new Person("Bob")).repair().askMove(run, "nowhere", "", "", "where?"),
                () -> as(new Person("Bob")).repair().askMove(run, "report", "x", "", "what?"),
                () -> as(new Person("Bob")).repair().askMove(run, "report", "noSuch=1", "", "what?"),
                () -> reader.repair().moves(new RunId("2001-01-01-001")))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        Question asked = as(new Person("Bob"))
                .repair()
                .askMove(run, "report", "", Sha256.shortened(plan.shown()), "the day is over\nanyway");
        assertEquals(run + "/move-token-1", asked.id());
        assertTrue(
                asked.detail().contains("the day is over") && asked.detail().contains("stands still"), asked.detail());
        assertEquals(List.of("Bob"), reader.inbox().card(asked.id()).barred());
        assertTrue(memory.resumed.isEmpty(), "nothing is moved before");
        for (Executable refused : List.<Executable>of(
                () -> as(new Person("Carol")).repair().askMove(run, "report", "", "", "two at once"),
                () -> as(new Person("bob")).tasks().answer(asked.id(), Answer.APPROVE, "mine", ""),
                () -> reader.tasks().answer(asked.id(), Answer.APPROVE, "nobody's", ""))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        String shown = reader.inbox().card(asked.id()).shown();
        Question agreed = serve(Optional.of("process 7"))
                .as(new Person("Carol"))
                .tasks()
                .answer(asked.id(), Answer.APPROVE, "", shown);
        assertEquals("Carol", agreed.decidedBy());
        assertEquals(List.of(run), memory.resumed);
        assertEquals(RunStatus.RUNNING, memory.find(run).orElseThrow().status());
        List<AuditAction> acts =
                memory.rows().stream().map(AuditLog.Row::action).toList();
        assertTrue(
                acts.containsAll(
                        List.of(AuditAction.TOKEN_MOVE_ASKED, AuditAction.REPAIR_DENIED, AuditAction.TOKEN_MOVED)),
                acts.toString());
        assertEquals(
                "report",
                new MoveLog(memory.eventLog).of(run, 2).orElseThrow().process(),
                "the next instance begins there");
        assertTrue(new MoveLog(memory.eventLog).of(run, 1).isEmpty());
        assertThrows(Problem.class, () -> as(new Person("Dora")).tasks().answer(asked.id(), Answer.APPROVE, "", ""));
    }

    @Test
    void aMoveIsNotAgreedToOnceTheRunHasChanged() {
        stoodStill();
        String task = as(new Person("Bob"))
                .repair()
                .askMove(run, "report", "", "", "the day is over")
                .id();
        memory.keys.replace(
                run,
                memory.keys.find(run),
                memory.keys.find(run).orElseThrow().next().claimedBy(78));
        assertFalse(as(new Reader()).tasks().show(task).open(), "nobody is asked any more");
        assertEquals("ended", as(new Reader()).tasks().show(task).word());
        assertTrue(
                as(new Reader())
                        .inbox()
                        .tasks(new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OPEN, ""), 0, 100)
                        .stream()
                        .noneMatch(card -> card.question().id().equals(task)));
        refused("changed since", () -> as(new Person("Carol")).tasks().answer(task, Answer.APPROVE, "", ""));
        assertTrue(memory.resumed.isEmpty());
        assertEquals(
                run + "/move-token-2",
                as(new Person("Bob"))
                        .repair()
                        .askMove(run, "report", "", "", "again")
                        .id());
    }

    @Test
    void aDayIsReplayedByTwoAndTheNewRunTakesItsPlace() {
        readyToReplay();
        Operations reader = as(new Reader());
        ReplayChoices choices = reader.repair().replays(run);
        assertEquals("", choices.refusal());
        assertEquals(
                List.of("check-data", "rebalance"),
                choices.stages().stream()
                        .filter(ReplayStage::allowed)
                        .map(ReplayStage::word)
                        .toList());
        assertTrue(
                choices.stages().get(2).refusal().contains("people are asked anew"),
                choices.stages().toString());
        ReplayPlan plan = reader.repair().replay(run, "rebalance");
        assertTrue(plan.allowed(), plan.refusal());
        assertTrue(plan.taken().toString().contains("snapshot s, 10 rows, 5 set aside"), plan.toString());
        Operations bob = as(new Person("Bob"));
        for (Executable refused : List.<Executable>of(
                () -> reader.repair().askReplay(run, "rebalance", "", "nobody's"),
                () -> bob.repair().askReplay(run, "rebalance", "0123456789ab", "stale"),
                () -> bob.repair().askReplay(run, "approve-trades", "", "bound to the run"),
                () -> bob.repair().askReplay(run, "execute-orders", "", "bound to the run"),
                () -> bob.repair().askReplay(run, "report", "", "told already"))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        for (Executable wrong : List.<Executable>of(
                () -> bob.repair().askReplay(run, "rebalance", "", " "),
                () -> bob.repair().askReplay(run, "rebalancing", "", "which?"),
                () -> reader.repair().replays(new RunId("2001-01-01-001")),
                () -> reader.tasks().show("2018-04-11-OO1/replay-day-1"))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        Question asked =
                bob.repair().askReplay(run, "rebalance", Sha256.shortened(plan.shown()), "the limit\nwas wrong");
        assertEquals(run + "/replay-day-1", asked.id());
        assertTrue(asked.detail().contains("was wrong (Bob)"), asked.detail());
        assertEquals(List.of("Bob"), reader.inbox().card(asked.id()).barred());
        for (Executable refused : List.<Executable>of(
                () -> as(new Person("Carol")).repair().askReplay(run, "check-data", "", "two at once"),
                () -> as(new Person("bob")).tasks().answer(asked.id(), Answer.APPROVE, "mine", ""),
                () -> reader.tasks().answer(asked.id(), Answer.APPROVE, "nobody's", ""))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        assertEquals(
                1,
                memory.runs.keySet().stream()
                        .filter(id -> id.date().equals(run.date()))
                        .count());
        Question agreed = serve(Optional.of("process 7"))
                .as(new Person("Carol"))
                .tasks()
                .answer(
                        asked.id(),
                        Answer.APPROVE,
                        "",
                        reader.inbox().card(asked.id()).shown());
        assertEquals("Carol", agreed.decidedBy());
        RunId next = RunId.of(run.date(), 2);
        RunRecord old = as(new Reader()).runs().show(run).run();
        RunRecord replaying = as(new Reader()).runs().show(next).run();
        assertEquals(RunStatus.ABANDONED, old.status());
        assertEquals(next, old.supersededBy());
        assertEquals(run, replaying.supersedes());
        assertEquals(ReplayFrom.REBALANCE, replaying.replayedFrom());
        assertEquals(old.seed(), replaying.seed());
        assertEquals(List.of(next), memory.resumed);
        assertEquals(memory.inputs.sum(run), memory.inputs.sum(next), "the very same files");
        assertEquals(
                List.of(
                        "replay-asked Bob",
                        "repair-denied Carol",
                        "repair-denied bob",
                        "replay-agreed Carol",
                        "run-superseded Carol"),
                memory.rows().stream()
                        .filter(row -> row.subject().equals(run.value())
                                && (row.detail().contains("the limit")
                                        || row.detail().contains("two at once")
                                        || row.detail().contains("agrees to the replay")))
                        .map(row -> row.action().word() + " " + row.actor())
                        .toList());
        refused("has taken its place", () -> as(new Person("Dora")).repair().askReplay(run, "rebalance", "", "again"));
        assertThrows(Problem.class, () -> as(new Person("Dora")).tasks().answer(asked.id(), Answer.APPROVE, "", ""));
        assertThrows(Problem.class, () -> as(new Person("Dora")).repair().close(run, "closed twice"));
    }

    private void readyToReplay() {
        memory.inputs.freeze(memory.find(run).orElseThrow());
        memory.status(run, RunStatus.WAITING);
    }

    @Test
    void aReplayIsNotAgreedToOnceTheRunHasChanged() {
        readyToReplay();
        String task = as(new Person("Bob"))
                .repair()
                .askReplay(run, "rebalance", "", "the limit was wrong")
                .id();
        memory.status(run, RunStatus.FAILED);
        assertEquals("ended", as(new Reader()).tasks().show(task).word());
        refused(
                "changed since",
                () -> serve(Optional.of("process 7"))
                        .as(new Person("Carol"))
                        .tasks()
                        .answer(task, Answer.APPROVE, "", ""));
        assertTrue(memory.resumed.isEmpty());
        assertEquals(
                run + "/replay-day-2",
                as(new Person("Bob"))
                        .repair()
                        .askReplay(run, "rebalance", "", "again")
                        .id());
    }

    /** What the new run could not begin with is found before the old one is closed, and is on record. */
    @Test
    void aDayWhoseNewRunCouldNotBeginIsLeftAlone() {
        readyToReplay();
        memory.openings = new ReplayDay.Openings() {
            @Override
            public Optional<String> kept(RunRecord old) {
                return Optional.of("its frozen files were altered since it was opened");
            }

            @Override
            public void admit(RunRecord old) {
                throw Problem.usage("Expected prices.csv, but the folder has none");
            }
        };
        Operations bob = as(new Person("Bob"));
        Operations carol = serve(Optional.of("process 7")).as(new Person("Carol"));
        String first = bob.repair()
                .askReplay(run, "rebalance", "", "the limit was wrong")
                .id();
        refused("were altered", () -> carol.tasks().answer(first, Answer.APPROVE, "", ""));
        carol.tasks().answer(first, Answer.REJECT, "look at the files", "");
        String second =
                bob.repair().askReplay(run, "check-data", "", "wrong prices").id();
        Problem unread = assertThrows(Problem.class, () -> carol.tasks().answer(second, Answer.APPROVE, "", ""));
        assertEquals("Expected prices.csv, but the folder has none", unread.getMessage());
        assertEquals(RunStatus.WAITING, memory.find(run).orElseThrow().status());
        assertTrue(as(new Reader()).tasks().show(second).open(), "once it is mended, Carol may say yes");
        assertEquals(
                2,
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.REPAIR_DENIED
                                && row.actor().equals("Carol")
                                && row.detail().startsWith("replay the day: "))
                        .count());
    }

    /** What a venue was told is not decided anew: neither asked for, nor agreed to where it was asked before. */
    @Test
    void aDayWhoseOrdersLeftIsNotReplayed() {
        readyToReplay();
        String task = as(new Person("Bob"))
                .repair()
                .askReplay(run, "check-data", "", "wrong prices")
                .id();
        SliceSaves.send(
                memory.orders,
                run,
                0,
                List.of(new ChildOrder("C-1", "P-1", 0, "LIT", "IBM", Side.BUY, BigDecimal.TEN, BigDecimal.ONE, 0, 1)));
        refused(
                "changed since",
                () -> serve(Optional.of("process 7"))
                        .as(new Person("Carol"))
                        .tasks()
                        .answer(task, Answer.APPROVE, "", ""));
        ReplayChoices choices = as(new Reader()).repair().replays(run);
        assertTrue(
                choices.refusal().startsWith("1 child order has left")
                        && choices.refusal().contains("the next day opens with it"),
                choices.refusal());
        assertTrue(choices.stages().stream().noneMatch(ReplayStage::allowed));
        refused("has left", () -> as(new Person("Bob")).repair().askReplay(run, "check-data", "", "wrong prices"));
        memory.status(run, RunStatus.DONE);
        String done = as(new Reader()).repair().replays(run).refusal();
        assertTrue(done.contains("the next day opens with what was filled") && !done.contains("close it"), done);
    }

    @Test
    void nobodyIsAskedAboutARunThatWasClosed() {
        MemoryOperations.decided(memory, run, InstantSource.fixed(NOON));
        String task = run + "/propose-trades";
        memory.taskStore.raise(new UserTask(task, run, TaskKind.PROPOSE_TRADES, "Go?", "", NOON, null, null, null, ""));
        assertTrue(as(new Reader()).tasks().show(task).open());
        as(new Person("carol")).repair().close(run, "wrong prices");
        Question ended = as(new Reader()).tasks().show(task);
        assertFalse(ended.open());
        assertEquals("ended", ended.word());
        assertTrue(ended.ended().contains("closed by hand"), ended.ended());
        assertEquals(0, as(new Reader()).inbox().counts().mine());
        assertEquals(
                List.of(),
                as(new Reader())
                        .inbox()
                        .tasks(new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OPEN, ""), 0, 100));
        refused("has ended", () -> as(new Person("bob")).tasks().answer(task, Answer.APPROVE, "", ""));
    }

    /** Two accounts, of which one bought: numbers that no double holds, and a trade that was taken back. */
    private BookId booked() {
        BookId book = new BookId("/firms/ünï", false);
        List<LedgerEntry> entries = new ArrayList<>(OpeningEntries.of(
                List.of(
                        new Account("A1", "One", Money.of(new BigDecimal("12345678901234567.89"), "USD"), "equal"),
                        new Account("A2", "Two", Money.of(BigDecimal.TEN, "EUR"), "equal")),
                List.of(
                        lot("A1/ABC/2017-05-02/1", "A1", "100", "0.00000001"),
                        lot("A1/X/Y/2017-05-02/1", "A1", "0.000000000001", "3"),
                        lot("A2/ABC/2017-05-02/2", "A2", "3", "3.3333333333")),
                LocalDate.of(2018, 4, 11),
                "opened",
                "say \u201cüber\u201d\u001b[2J"));
        entries.add(entries.getFirst().reversal(LocalDate.of(2018, 4, 12), "was wrong"));
        List<BookedEntry> placed = new ArrayList<>();
        entries.forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, NOON, entry)));
        memory.books.append(book, new EntriesBooked(placed), run, "", NOON);
        return book;
    }

    private static TaxLot lot(String id, String account, String units, String cost) {
        return new TaxLot(
                id,
                account,
                LotId.of(id).symbol(),
                new BigDecimal(units),
                new BigDecimal(cost),
                LocalDate.of(2017, 5, 2));
    }

    @Test
    void theBooksAreReadAPageAtATime() {
        BookId book = booked();
        BooksOfRecord books = as(new Reader()).books();
        assertEquals(List.of(new BookSummary("/firms/ünï", false, 3)), books.all());
        BookQuery day = new BookQuery(book.firm(), false, LocalDate.of(2018, 4, 11), NOON, 3);
        List<LotBalance> lots = books.lots(day, "", 10);
        assertEquals(
                List.of("A1/ABC/2017-05-02/1", "A1/X/Y/2017-05-02/1", "A2/ABC/2017-05-02/2"),
                lots.stream().map(lot -> lot.id().toString()).toList());
        assertEquals(new BigDecimal("0.000000000001"), lots.get(1).units());
        assertEquals(lots.subList(0, 2), books.lots(day, "", 2));
        assertEquals(lots.subList(2, 3), books.lots(day, lots.get(1).id().toString(), 2));
        List<AccountBalance> accounts = books.accounts(day, "", 10);
        assertEquals(new BigDecimal("12345678901234567.89"), accounts.getFirst().settled());
        assertEquals(accounts.subList(1, 2), books.accounts(day, "A1", 1));
        assertEquals(
                List.of("A2"),
                books.lots(BookQuery.all(book), "", 10).stream()
                        .map(l -> l.id().account())
                        .toList(),
                "what was taken back on the 12th holds nothing any more");
        List<LedgerLine> lines = books.lines(BookQuery.all(book), 0, 0, 1000);
        assertEquals(LedgerLine.of(memory.books.entries(book)), lines);
        assertTrue(lines.getFirst().takenBack());
        assertEquals(
                lines.subList(5, 8),
                books.lines(
                        BookQuery.all(book), lines.get(4).entry(), lines.get(4).line(), 3));
        assertEquals(List.of(), books.flags(day, "", 10), "nothing was sold");
        BookCheck check = books.verify(BookQuery.all(book));
        assertEquals(3, check.entries());
        assertEquals(1, check.faults());
        assertTrue(check.first().getFirst().message().contains("nobody asked for it"), check::toString);
    }

    @Test
    void whatIsNoBookOrNoPageIsWrongUsage() {
        BookId book = booked();
        BooksOfRecord books = as(new Reader()).books();
        for (Executable unknown : List.<Executable>of(
                () -> books.accounts(new BookQuery("/firms/other", false, null, null, 0), "", 10),
                () -> books.lots(new BookQuery("/firms/ünï", true, null, null, 0), "", 10),
                () -> books.lines(new BookQuery("", false, null, null, 0), 0, 0, 10),
                () -> books.verify(new BookQuery("/firms/other", false, null, null, 0)),
                () -> books.flags(new BookQuery("/firms/other", false, null, null, 0), "", 10),
                () -> books.flags(BookQuery.all(book), "none", 10),
                () -> books.flags(BookQuery.all(book), "", 0),
                () -> books.lots(BookQuery.all(book), "A9/ABC/2017-05-02/1", 10),
                () -> books.lots(BookQuery.all(book), "", 0),
                () -> books.accounts(BookQuery.all(book), "", 10_001),
                () -> books.lines(BookQuery.all(book), 0, 0, -1))) {
            assertEquals(
                    Problem.Kind.INPUT, assertThrows(Problem.class, unknown).kind());
        }
    }

    /** A deposit that two people agree on, and what is refused on the way. */
    @Test
    void aFlowIsPostedOnceAndAgreedToByAnother() {
        BookName name = new BookName(SmallFirm.firm().folder().toString(), false);
        List<BookedEntry> placed = new ArrayList<>();
        OpeningEntries.of(SmallFirm.firm().accounts(), List.of(), LocalDate.of(2018, 4, 11), "run", "")
                .forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, NOON, entry)));
        memory.books.append(name.book(), new EntriesBooked(placed), run, "", NOON);
        Map<String, String> words = Map.of(
                "id",
                "D-1",
                "kind",
                "deposit",
                "date",
                "2018-04-11",
                "account",
                "ANNA",
                "amount",
                "250000.10",
                "currency",
                "USD",
                "memo",
                "für „Anna“");
        BooksOfRecord alice = as(new Person("Älice")).books();
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> as(new Reader()).books().post(name, words))
                        .kind());
        FlowRecord proposed = alice.post(name, words);
        assertEquals(FlowState.PROPOSED, proposed.state());
        assertEquals("Älice", proposed.maker());
        assertEquals("250000.1", proposed.words().get("amount"));
        assertEquals("für „Anna“", proposed.words().get("memo"));
        assertEquals(proposed, alice.post(name, words), "the same again changes nothing");
        Question asked = as(new Reader()).tasks().newest(1).getFirst();
        assertEquals("D-1/approve-flow", asked.id());
        assertTrue(asked.open());
        assertTrue(asked.question().contains("250000.1"), asked.question());
        assertTrue(asked.detail().contains("für „Anna“"), asked.detail());
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(
                                Problem.class,
                                () -> as(new Person("älice")).tasks().answer(asked.id(), Answer.APPROVE, "", ""))
                        .kind());
        Question said = as(new Person("Bob")).tasks().answer(asked.id(), Answer.APPROVE, "ok", "");
        assertEquals("Bob", said.decidedBy());
        assertEquals(said, as(new Reader()).tasks().show(asked.id()));
        assertEquals(FlowState.BOOKED, alice.flows(name, "", 10).getFirst().state());
        assertEquals(
                List.of("D-1"),
                alice.flows(name, "", 10).stream().map(FlowRecord::id).toList());
        assertEquals(List.of(), alice.flows(name, "D-1", 10));
        for (Executable wrong : List.<Executable>of(
                () -> alice.post(name, Map.of("id", "X", "kind", "deposit", "date", "2018-04-11")),
                () -> alice.post(new BookName("/firms/other", false), words),
                () -> alice.cancel(name, "D-2", ""))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    /** A statement that differs: what is found is asked among the tasks, and kept with a reason. */
    @Test
    void aStatementsBreaksAreListedAndDecided() {
        BookName name = new BookName(SmallFirm.firm().folder().toString(), false);
        List<BookedEntry> placed = new ArrayList<>();
        OpeningEntries.of(SmallFirm.firm().accounts(), List.of(), LocalDate.of(2018, 4, 10), "run", "")
                .forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, NOON, entry)));
        memory.books.append(name.book(), new EntriesBooked(placed), run, "", NOON);
        String first = SmallFirm.firm().accounts().getFirst().id();
        String kept = memory.shelf.put(new Statement(
                SmallFirm.firm().accounts().stream()
                        .map(account -> new StatedAccount(
                                account.id(),
                                account.cash().currency(),
                                account.cash()
                                        .amount()
                                        .add(account.id().equals(first) ? new BigDecimal("0.10") : BigDecimal.ZERO)))
                        .toList(),
                List.of()));
        ReconcileResult result = as(new Person("Älice")).books().reconcile(name, kept, LocalDate.of(2018, 4, 11));
        assertEquals(1, result.open());
        assertEquals(kept, result.statement());
        BreakRecord found = as(new Reader()).books().breaks(name, "", 10).getFirst();
        assertEquals(BreakKind.CASH, found.what().kind());
        assertEquals(new BigDecimal("0.1"), found.what().difference());
        assertEquals("Älice", found.owner());
        assertEquals(List.of(), as(new Reader()).books().breaks(name, "B-1", 10));
        assertEquals(
                "Bob", as(new Person("Bob")).books().own(name, "B-1", "Bob").owner());
        assertTrue(
                as(new Reader())
                        .books()
                        .changedFiles(name)
                        .startsWith("positions.csv or accounts.csv changed for ANNA"),
                "the files have a lot");
        assertEquals(
                Answer.REJECT,
                as(new Person("Bob"))
                        .tasks()
                        .answer("B-1/decide-break", Answer.REJECT, "they correct it", "")
                        .decision());
        assertEquals(
                BreakState.KEPT,
                as(new Reader()).books().breaks(name, "", 10).getFirst().state());
        for (Executable wrong : List.<Executable>of(
                () -> as(new Reader()).books().reconcile(name, "x", LocalDate.of(2018, 4, 11)),
                () -> as(new Reader()).books().reconcile(name, kept, LocalDate.of(2118, 4, 11)),
                () -> as(new Reader()).books().reconcile(name, kept, null),
                () -> as(new Reader()).books().reconcile(new BookName("/firms/other", false), kept, null),
                () -> as(new Reader()).books().breaks(name, "B-9", 10))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> as(new Reader()).books().own(name, "B-1", "Bob"))
                        .kind());
    }

    /** The small firm's days are due at ten in the evening, in UTC; 2018-04-11 is a Wednesday. */
    @Test
    void theScheduleIsShownAndOneOccasionIsSkipped() {
        Operations reader = as(new Reader());
        assertEquals(
                List.of("2018-04-11T22:00", "2018-04-12T22:00"),
                reader.schedule().show(2, 1).next().stream()
                        .map(Occasion::occasion)
                        .toList());
        assertEquals("Z", reader.schedule().show(1, 1).zone());
        assertEquals(LocalDate.of(2018, 4, 11), reader.schedule().show(1, 1).prices());
        Occasion skipped = as(new Person("Älice")).schedule().skip("2018-04-12", "für „Anna“ \u001b[2J");
        assertEquals("Älice", skipped.by());
        assertFalse(skipped.reason().contains("\u001b"), skipped.reason());
        assertTrue(skipped.reason().startsWith("für „Anna“"), skipped.reason());
        assertEquals(skipped, reader.schedule().show(2, 1).next().getLast());
        CalendarDay saturday =
                reader.schedule().calendar(LocalDate.of(2018, 4, 14), 1).getFirst();
        assertEquals("a weekend", saturday.markets().getFirst().reason());
        assertEquals(
                OccasionState.DUE,
                as(new Person("Bob")).schedule().unskip("2018-04-12T22:00").state());
        for (Executable wrong : List.<Executable>of(
                () -> as(new Person("Bob")).schedule().skip("2018-04-14", "a weekend"),
                () -> as(new Person("Bob")).schedule().skip("2018-04-12", " "),
                () -> reader.schedule().show(0, 10),
                () -> reader.schedule().show(10, 101),
                () -> reader.schedule().calendar(LocalDate.of(2018, 4, 1), 401),
                () -> reader.schedule().calendar(LocalDate.MAX, 2))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> reader.schedule().skip("2018-04-12", "why not"))
                        .kind());
    }

    @Test
    void theClockIsTheMachinesWhichNobodyPutsForward() {
        ClockFace face = as(new Reader()).clock().show();
        assertFalse(face.practice());
        assertEquals("Z", face.zone());
        assertEquals(face.now().toString().substring(0, 16), face.local());
        assertEquals(List.of(), face.next());
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> as(new Person("Bob")).clock().forward("PT1H"))
                        .kind());
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> as(new Reader()).clock().forward("PT1H"))
                        .kind());
    }

    @Test
    void whoAnswersForARuleThatIsCodeHasSignedIn() {
        String sum = "0123456789abcdef".repeat(4);
        assertEquals(
                new SignedRule("wash sale.drl", sum, "erin", NOON.truncatedTo(ChronoUnit.SECONDS)),
                holding(signedIn("erin", Role.RULE_CHECKER)).rules().sign("wash sale.drl", sum));
        AuditLog.Row signed = memory.rows().getLast();
        assertEquals(AuditAction.RULE_SIGNED, signed.action());
        assertEquals("rule/wash sale.drl", signed.subject());
        assertEquals("SHA-256 " + sum, signed.detail());
        refused("may not", () -> as(new Person("erin")).rules().sign("wash sale.drl", sum));
        refused("may not", () -> holding(signedIn("tom", Role.TRADER)).rules().sign("wash sale.drl", sum));
        assertEquals(AuditAction.ACT_DENIED, memory.rows().getLast().action(), "what is refused is recorded too");
        Operations rita = holding(signedIn("rita", Role.RULE_CHECKER));
        for (Executable wrong : List.<Executable>of(
                () -> rita.rules().sign(" ", sum),
                () -> rita.rules().sign("a\nb.drl", sum),
                () -> rita.rules().sign("x.drl", sum.substring(1)))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    /** A table that does not hold is said so; the same question is the same replay, and one that nobody began is unknown. */
    @Test
    void aDraftIsReplayed() throws IOException {
        Rules rules = as(new Person("anna")).rules();
        String table = Files.readString(Path.of("rules/limits/position-weight.dmn"));
        RuleReplayRecord begun = rules.replay("limits/position-weight.dmn", table, 5);
        RuleReplayRecord done = rules.replayed(begun.id());
        assertEquals(RuleReplays.State.DONE, done.state());
        assertEquals(1, done.of());
        assertEquals(run, done.days().getFirst().run());
        assertEquals(
                "Expected the rules that judged the day, but they were not kept.",
                done.days().getFirst().without());
        assertEquals(done, rules.replay("limits/position-weight.dmn", table, 5));
        assertEquals(List.of(), rules.replaySums(begun.id()));
        assertEquals(List.of(), rules.replayDifferences(begun.id(), ReplayFilter.ALL, 0, 10));
        RuleReplayRecord broken =
                rules.replay("limits/position-weight.dmn", table.replace("<text>0.25</text>", "<text>25</text>"), 5);
        assertEquals(RuleReplays.State.FAILED, rules.replayed(broken.id()).state());
        assertTrue(broken.said().contains("rules/limits/position-weight.dmn:"), broken.said());
        for (Executable wrong : List.<Executable>of(
                () -> rules.replay("required.txt", table, 5),
                () -> rules.replay("limits/../x.dmn", table, 5),
                () -> rules.replay("limits/position-weight.dmn", table, 0),
                () -> rules.replayed("none"),
                () -> rules.replaySums("none"),
                () -> rules.replayDifferences(begun.id(), ReplayFilter.ALL, -1, 10))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
    }

    @Test
    void aChangeOfTheRulesIsWrittenProposedAndAgreedToByOthers() {
        String table = "limits/position-weight.dmn";
        Operations anna = holding(signedIn("anna", Role.ANALYST));
        Operations ben = holding(signedIn("ben", Role.RULE_CHECKER));
        RulesState before = anna.rules().state();
        assertEquals(List.of(), before.altered());
        Draft begun = anna.drafts().begin("Tighter", false);
        assertEquals(before.version(), begun.now().brief());
        Draft written = anna.drafts().write("D-1", table, "0.2 ü", before.version(), "the board");
        refused("somebody else has written since", () -> anna.drafts().undo("D-1", before.version()));
        refused(
                "of the version that is active",
                () -> anna.drafts().merge("D-1", written.now().brief(), "draft"));
        assertEquals("0.2 ü", as(new Reader()).rules().file("D-1", table).text());
        assertEquals("0.25", as(new Reader()).rules().file("active", table).text());
        assertEquals(
                List.of(new RuleDifference(table, 2, "limit", "0.25", "0.2")),
                as(new Reader()).rules().differences("active", "D-1"));
        assertEquals(List.of(table), written.steps().getLast().files());
        ChangeShown shown = ben.drafts().look("D-1", false);
        assertEquals(1, shown.checkers());
        ChangeProposal asked = anna.drafts().propose("D-1", "", false, "the board");
        assertEquals(List.of(asked), ben.drafts().proposals("D-1"));
        ProposalPicture way = ben.drafts().way("D-1");
        assertTrue(way.sentence().startsWith("waits for a checker since "), way.sentence());
        assertEquals("D-1/check-rules-1", way.elements().get(1).task());
        assertEquals("change-rules", ben.drafts().processes("D-1").getFirst().process());
        assertEquals(shown.sum(), asked.shown());
        refused("may not", () -> anna.drafts().approve("D-1", 1, "", ""));
        refused(
                "may not",
                () -> ben.drafts().write("D-1", table, "0.9", written.now().brief(), ""));
        assertEquals(AuditAction.ACT_DENIED, memory.rows().getLast().action(), "what is refused is recorded too");
        String task = "D-1/check-rules-1";
        assertTrue(ben.tasks().show(task).open());
        assertEquals(
                Draft.State.APPROVED,
                ben.drafts()
                        .approve("D-1", 1, asked.shown().substring(0, 12), "")
                        .state());
        assertEquals("ben", ben.tasks().show(task).decidedBy());
        assertEquals(List.of(), ben.drafts().activate("D-1").unwritten());
        assertEquals(
                List.of("D-1", ""),
                anna.rules().history().stream().map(ActiveVersion::draft).toList());
        assertEquals("0.2 ü", anna.rules().file("active", table).text());
        assertEquals(List.of(), anna.rules().state().altered());
        assertEquals(
                "D-2",
                anna.drafts().rollback(before.version(), true, "too tight").draft());
        assertEquals(
                List.of(Draft.State.PROPOSED, Draft.State.ACTIVATED),
                anna.drafts().all().stream().map(Draft::state).toList());
        ben.tasks().answer("D-2/check-rules-1", Answer.REJECT, "it is right", "");
        assertEquals(Draft.State.OPEN, anna.drafts().show("D-2").state());
        assertThrows(Problem.class, () -> anna.drafts().propose("D-2", "tomorrow", false, "?"));
        anna.drafts().discard("D-2", "");
    }

    @Test
    void howVesperIsIsToldWithItsSentencesAndFigures() {
        ServiceHealth health = as(new Reader()).service().health();
        assertEquals("degraded", health.status());
        assertEquals(NOON, health.parts().getFirst().since());
        assertTrue(health.parts().getFirst().said().startsWith("Expected at least 250 MB"));
        assertEquals(
                new HealthFigure("Up", 3_723.5, HealthFigure.Unit.SECONDS),
                health.figures().getFirst());
    }

    @Test
    void aSessionIsLoggedOutAndItsNumbersAreSetByTwo() {
        Operations reader = as(new Reader());
        List<VenueRecord> none = reader.venues().all();
        assertFalse(none.isEmpty());
        assertTrue(none.stream().allMatch(venue -> venue.session() == null), none::toString);
        memory.connections.logsOn(run, "LIT", NOON);
        assertEquals(
                new SequenceNumbers(17, 12),
                Objects.requireNonNull(reader.venues().all().getFirst().session())
                        .numbers());
        Operations anna = as(new Person("Änna"));
        assertThrows(
                Problem.class,
                () -> anna.venues().askNumbers(run, "LIT", 20, 12, "they say so"),
                "its numbers do not stand still");
        VenueSession out = Objects.requireNonNull(
                anna.venues().logOut(run, "LIT", "für „sie“ \u001b[2J").session());
        assertEquals(SessionState.LOGGED_OUT, out.state());
        assertTrue(out.by().startsWith("Änna: für „sie“"), out.by());
        assertFalse(out.by().contains("\u001b"), out.by());
        VenueRecord asked = anna.venues().askNumbers(run, "LIT", 20, 12, "they say so");
        String task = Objects.requireNonNull(asked.asked()).task();
        for (Executable wrong : List.<Executable>of(
                () -> anna.tasks().answer(task, Answer.APPROVE, "me too", ""),
                () -> anna.venues().askNumbers(run, "LIT", 21, 12, "again"),
                () -> anna.venues().logOut(run, "LIT", "again"),
                () -> reader.venues().logOn(run, "LIT", "nobody's"),
                () -> anna.venues().logOn(run, "LIT", " "))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, wrong).kind());
        }
        as(new Person("Bob")).tasks().answer(task, Answer.APPROVE, "", "");
        VenueRecord set = reader.venues().all().getFirst();
        assertNull(set.asked());
        assertEquals(
                new SequenceNumbers(20, 12),
                Objects.requireNonNull(set.session()).numbers());
        assertEquals(
                SessionState.LOGGED_ON,
                Objects.requireNonNull(
                                anna.venues().logOn(run, "LIT", "they are back").session())
                        .state());
        assertThrows(Problem.class, () -> anna.venues().logOn(run, "LIT", "they are on"));
        for (Executable wrong : List.<Executable>of(
                () -> anna.venues().logOut(run, "DARK", "which?"),
                () -> anna.venues().logOut(new RunId("2001-01-01-001"), "LIT", "which?"))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertEquals(
                List.of(
                        AuditAction.VENUE_LOGGED_OUT,
                        AuditAction.SEQUENCE_NUMBERS_ASKED,
                        AuditAction.SEQUENCE_NUMBERS_SET,
                        AuditAction.VENUE_LOGGED_ON),
                memory.rows().stream()
                        .filter(row -> row.subject().equals("venue/" + run + "/LIT"))
                        .map(AuditLog.Row::action)
                        .filter(action -> action != AuditAction.DECISION_DENIED)
                        .toList());
    }

    @Test
    void aBreakerIsOpenedAndClosedByHand() {
        Operations reader = as(new Reader());
        assertEquals(
                List.of("LIT closed", "MID closed"),
                reader.venues().breakers().stream()
                        .filter(breaker -> breaker.run().equals(run))
                        .map(breaker ->
                                breaker.venue() + " " + breaker.position().words())
                        .toList());
        Operations anna = as(new Person("Änna"));
        BreakerRecord open = anna.venues().openBreaker(run, "LIT", "für „sie“ \u001b[2J");
        assertEquals(
                List.of(BreakerPosition.OPEN, 1, "Änna", false),
                List.of(open.position(), open.slice(), open.by(), open.over()));
        assertFalse(open.why().contains("\u001b"), open.why());
        assertTrue(reader.venues().breakers().contains(open));
        for (Executable wrong : List.<Executable>of(
                () -> anna.venues().openBreaker(run, "LIT", "again"),
                () -> anna.venues().closeBreaker(run, "LIT", " "),
                () -> anna.venues().closeBreaker(run, "MID", "it is closed"),
                () -> reader.venues().closeBreaker(run, "LIT", "nobody's"))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, wrong).kind());
        }
        for (Executable wrong : List.<Executable>of(
                () -> anna.venues().openBreaker(run, "DARK", "which?"),
                () -> anna.venues().openBreaker(new RunId("2001-01-01-001"), "LIT", "which?"))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertEquals(
                BreakerPosition.CLOSED,
                as(new Person("Bob"))
                        .venues()
                        .closeBreaker(run, "LIT", "they are back")
                        .position());
        memory.status(run, RunStatus.DONE);
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> anna.venues().openBreaker(run, "LIT", "too late"))
                        .kind());
        assertEquals(
                List.of(
                        AuditAction.VENUE_BREAKER_OPENED,
                        AuditAction.DECISION_DENIED,
                        AuditAction.DECISION_DENIED,
                        AuditAction.VENUE_BREAKER_CLOSED,
                        AuditAction.DECISION_DENIED),
                memory.rows().stream()
                        .filter(row -> row.subject().equals("venue/" + run + "/LIT"))
                        .map(AuditLog.Row::action)
                        .toList());
    }

    @Test
    void aKillSwitchIsPressedByOneAndReleasedByTwo() {
        Operations reader = as(new Reader());
        assertEquals(List.of(), reader.kills().all());
        KillRecord pressed = as(new Person("Älice")).kills().press(KillKind.VENUE, "lit", "für „Anna“ \u001b[2J");
        assertEquals("K-1", pressed.id());
        assertEquals("LIT", pressed.name());
        assertEquals("Älice", pressed.by());
        assertFalse(pressed.reason().contains("\u001b"), pressed.reason());
        assertEquals(List.of(pressed), reader.kills().on());
        assertEquals(pressed, as(new Person("Bob")).kills().press(KillKind.VENUE, "LIT", "me too"));
        assertEquals(
                "release asked",
                as(new Person("Bob")).kills().release("K-1", "it is well").word());
        String task = "K-1/release-kill-1";
        assertEquals(List.of("Bob"), reader.inbox().card(task).barred(), "no button for who asked");
        assertTrue(reader.tasks().show(task).open());
        for (Executable refused : List.<Executable>of(
                () -> as(new Person("bob")).tasks().answer(task, Answer.APPROVE, "mine", ""),
                () -> reader.tasks().answer(task, Answer.APPROVE, "nobody's", ""),
                () -> reader.kills().press(KillKind.EVERYTHING, "", "nobody's"),
                () -> as(new Person("Carol")).kills().press(KillKind.EVERYTHING, "", " "),
                () -> as(new Person("Carol")).kills().release("K-1", "too"),
                () -> as(new Person("Carol")).kills().release("K-9", "unknown"))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        for (Executable wrong : List.<Executable>of(
                () -> as(new Person("Carol")).kills().press(KillKind.ACCOUNT, "", "which?"),
                () -> as(new Person("Carol")).kills().press(KillKind.STRATEGY, "ICEBERG", "which?"),
                () -> as(new Person("Carol")).kills().giveUpRest(new RunId("2001-01-01-001"), "which?"))) {
            assertEquals(Problem.Kind.INPUT, assertThrows(Problem.class, wrong).kind());
        }
        assertEquals(
                "Carol",
                as(new Person("Carol"))
                        .tasks()
                        .answer(task, Answer.APPROVE, "", "")
                        .decidedBy());
        assertEquals(List.of(), reader.kills().on());
        KillRecord released = reader.kills().all().getFirst();
        assertEquals("released", released.word());
        assertEquals("Bob", released.askedBy());
        assertEquals("Carol", released.releasedBy());
        assertThrows(Problem.class, () -> as(new Person("Carol")).kills().giveUpRest(run, "nothing waits"));
    }

    @Test
    void aBreachHasAnOwnerAndAPlanUntilItIsCured() {
        Breaches reader = as(new Reader()).breaches();
        assertEquals(List.of(), reader.all());
        TrackBreaches tracked = new TrackBreaches(memory.eventLog, memory, Instant::now);
        RunRecord day = memory.find(run).orElseThrow();
        tracked.seen(
                day,
                List.of(new Breach(
                        new RuleVersion("position-weight", "v"),
                        "ANNA",
                        "S00",
                        new BigDecimal("0.25"),
                        new BigDecimal("0.271234"),
                        Optional.empty())));
        BreachRecord open = reader.show("P-1");
        assertEquals(List.of(open), reader.all());
        assertEquals("open", open.word());
        assertNull(open.cured());
        BreachRecord taken = as(new Person("Ben")).breaches().take("P-1", "Anna Müller", "für „Freitag“ \u001b[2J");
        assertEquals("Anna Müller", taken.owner());
        assertFalse(taken.plan().contains("\u001b"), taken.plan());
        assertEquals(taken, reader.show("P-1"));
        for (Executable refused : List.<Executable>of(
                () -> reader.take("P-1", "Ben", ""),
                () -> as(new Person("Ben")).breaches().take("P-1", "", " "))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(
                                Problem.class,
                                () -> as(new Person("Ben")).breaches().take("P-9", "Ben", ""))
                        .kind());
    }

    @Test
    void aBreachIsWaivedByTwoAndRevokedByOne() {
        RuleWaivers reader = as(new Reader()).waivers();
        RuleWaivers anna = as(new Person("Anna Müller")).waivers();
        RuleWaivers carol = as(new Person("Carol")).waivers();
        assertEquals(List.of("position-weight", "wash-sale"), reader.waivable());
        LocalDate until = SmallFirm.DATE.plusDays(30);
        BigDecimal most = new BigDecimal("0.30");
        Map<String, Executable> wrongs = Map.ofEntries(
                Map.entry(
                        "maybe \"position-weight\" is meant",
                        () -> anna.ask("position-wieght", "ANNA", "S00", most, until, "typed")),
                Map.entry(
                        "maybe \"ANNA\" is meant",
                        () -> anna.ask("position-weight", "ANNE", "S00", most, until, "typed")),
                Map.entry(
                        "an instrument, or a group",
                        () -> anna.ask("position-weight", "ANNA", "S0O", most, until, "typed")),
                Map.entry(
                        "a share of 30 % is 0.30",
                        () -> anna.ask("position-weight", "ANNA", "S00", new BigDecimal("30"), until, "per cent")),
                Map.entry(
                        "it is another number",
                        () -> anna.ask("position-weight", "ANNA", "S00", new BigDecimal("-0.3"), until, "less")),
                Map.entry(
                        "it is not said",
                        () -> anna.ask("position-weight", "ANNA", "S00", BigDecimal.ZERO, until, "how much?")),
                Map.entry("is a compliance rule", () -> anna.ask("wash-sale", "ANNA", "S00", most, until, "no number")),
                Map.entry("there is no \"W-1\"", () -> reader.show("W-1")),
                Map.entry("there is no \"W-2\"", () -> anna.approve("W-2", "")));
        wrongs.forEach((said, wrong) -> {
            Problem problem = assertThrows(Problem.class, wrong);
            assertEquals(Problem.Kind.INPUT, problem.kind());
            assertTrue(String.valueOf(problem.getMessage()).contains(said), problem::getMessage);
        });
        for (Executable refused : List.<Executable>of(
                () -> anna.ask("no-short", "ANNA", "S00", BigDecimal.ZERO, until, "never"),
                () -> anna.ask("position-weight", "", "", most, until, "everything"),
                () -> anna.ask("position-weight", "ANNA", "S00", most, SmallFirm.DATE.minusDays(1), "over"),
                () -> anna.ask("position-weight", "ANNA", "S00", most, SmallFirm.DATE.plusYears(2), "long"),
                () -> anna.ask("position-weight", "ANNA", "S00", most, until, " "),
                () -> reader.ask("position-weight", "ANNA", "S00", most, until, "nobody's"))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        assertEquals(List.of(), reader.all());
        WaiverRecord asked = anna.ask("position-weight", "ANNA", "S00", most, until, "für „Anna“ \u001b[2J");
        assertEquals("W-1", asked.id());
        assertEquals(WaiverStatus.ASKED, asked.status());
        assertEquals(30, asked.daysLeft());
        assertFalse(asked.reason().contains("\u001b"), asked.reason());
        assertEquals(List.of(asked), reader.all());
        String task = "W-1/agree-waiver";
        assertEquals(List.of("Anna Müller"), as(new Reader()).inbox().card(task).barred());
        for (Executable refused : List.<Executable>of(
                () -> as(new Person("ANNA MU\u0308LLER")).waivers().approve("W-1", ""),
                () -> as(new Person("anna  müller")).tasks().answer(task, Answer.APPROVE, "mine", ""),
                () -> reader.approve("W-1", ""),
                () -> carol.reject("W-1", " "),
                () -> carol.revoke("W-1", " "))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, refused).kind());
        }
        assertEquals(
                "Carol",
                as(new Person("Carol"))
                        .tasks()
                        .answer(task, Answer.APPROVE, "seen", "")
                        .decidedBy());
        assertEquals(WaiverStatus.IN_FORCE, reader.show("W-1").status());
        assertThrows(Problem.class, () -> carol.approve("W-1", ""));
        assertEquals(WaiverStatus.REVOKED, anna.revoke("W-1", "sold").status());
        assertThrows(Problem.class, () -> anna.revoke("W-1", "again"));
        anna.ask("wash-sale", "", "S00", BigDecimal.ZERO, until, "the loss is not taken");
        assertEquals(WaiverStatus.REFUSED, carol.reject("W-2", "it is").status());
        assertNull(reader.show("W-2").upTo());
    }

    @Test
    void aDayIsOpenedByHandAndASecondOneIsRefused() {
        RunRecord opened = as(new Person("Älice")).schedule().run(null);
        assertEquals(LocalDate.of(2018, 4, 11), opened.date());
        assertFalse(opened.rehearsal());
        assertEquals("Älice", memory.rows().getLast().actor());
        RunRecord rehearsal = as(new Person("Bob")).schedule().rehearse(LocalDate.of(2018, 4, 10), false);
        assertTrue(rehearsal.rehearsal());
        assertEquals(LocalDate.of(2018, 4, 10), rehearsal.date());
        for (Executable second : List.<Executable>of(
                () -> as(new Person("Bob")).schedule().run(LocalDate.of(2018, 4, 10)),
                () -> as(new Person("Bob")).schedule().rehearse(null, true),
                () -> as(new Reader()).schedule().run(null))) {
            assertEquals(
                    Problem.Kind.REFUSED, assertThrows(Problem.class, second).kind());
        }
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(
                                Problem.class,
                                () -> as(new Person("Bob")).schedule().run(LocalDate.of(2018, 4, 12)))
                        .kind());
    }
}
