package dev.vesper.testing;

import dev.vesper.adapters.processes.DrawnChangeFile;
import dev.vesper.adapters.processes.DrawnFiles;
import dev.vesper.adapters.processes.KnownWork;
import dev.vesper.adapters.rules.CaseFiles;
import dev.vesper.adapters.rules.DmnTables;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.ListFiles;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.adapters.text.ZippedTexts;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.approvals.People;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.ApprovalNeeds;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.DecideProposal;
import dev.vesper.desk.approval.HandleTask;
import dev.vesper.desk.approval.KnownApprovals;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.approval.LeftToAnswer;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.RunQuestions;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskCards;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.approval.VouchData;
import dev.vesper.desk.audit.anchor.AnchorAudit;
import dev.vesper.desk.books.BookFlows;
import dev.vesper.desk.books.BreakQuestions;
import dev.vesper.desk.books.FlowQuestions;
import dev.vesper.desk.books.ReadBooks;
import dev.vesper.desk.books.ReconcileBooks;
import dev.vesper.desk.books.VerifyBooks;
import dev.vesper.desk.breach.TrackBreaches;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.JudgeAgain;
import dev.vesper.desk.diagram.RunDrawings;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.execution.RunOdds;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.firm.ExpectedCosts;
import dev.vesper.desk.health.HealthFigure;
import dev.vesper.desk.health.PartHealth;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.killswitch.release.KillQuestions;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.operations.AuditParts;
import dev.vesper.desk.operations.BookParts;
import dev.vesper.desk.operations.RepairParts;
import dev.vesper.desk.operations.RunParts;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.practice.PracticeClock;
import dev.vesper.desk.quarantine.DecideRows;
import dev.vesper.desk.quarantine.RowQuestions;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.repair.BundlePart;
import dev.vesper.desk.repair.Costs;
import dev.vesper.desk.repair.FirmSessions;
import dev.vesper.desk.repair.RunRepair;
import dev.vesper.desk.repair.RunStanding;
import dev.vesper.desk.repair.Scrubber;
import dev.vesper.desk.repair.Standstills;
import dev.vesper.desk.repair.SupportBundle;
import dev.vesper.desk.repair.move.MoveLog;
import dev.vesper.desk.repair.move.MovePlans;
import dev.vesper.desk.repair.move.MoveQuestions;
import dev.vesper.desk.repair.move.MoveToken;
import dev.vesper.desk.repair.move.RepairVariable;
import dev.vesper.desk.repair.replay.ReplayDay;
import dev.vesper.desk.repair.replay.ReplayLog;
import dev.vesper.desk.repair.replay.ReplayPlans;
import dev.vesper.desk.repair.replay.ReplayQuestions;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.desk.schedule.ScheduledDays;
import dev.vesper.desk.trace.TraceLinks;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.desk.venues.numbers.NumbersQuestions;
import dev.vesper.desk.waiver.KnownSubjects;
import dev.vesper.desk.waiver.WaivableRules;
import dev.vesper.desk.waiver.WaiveRules;
import dev.vesper.desk.waiver.WaiverLog;
import dev.vesper.desk.waiver.WaiverQuestions;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.RuleQuestions;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleReplay;
import dev.vesper.desk.workbench.replay.RuleReplays;
import dev.vesper.market.Venue;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.SlicedOrders;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of a Vesper whose stores are in memory. */
public final class MemoryOperations {
    /** What the project's own process files ask for. */
    public static final KnownWork SERVED = new KnownWork(
            List.of(
                    CheckData.NAME,
                    Rebalance.NAME,
                    SettleApproval.NAME,
                    WorkOrders.NAME,
                    WriteReport.REPORT,
                    WriteReport.CLOSE_REFUSED),
            List.of());

    private MemoryOperations() {}

    /** Over these stores; {@code worker} may be working on open runs, or nobody is. */
    public static ServeOperations over(Memory memory, InstantSource clock, Optional<String> worker) {
        List<Questions> questions = List.of(
                new RunQuestions(
                        memory,
                        memory.taskStore,
                        () -> answers(memory, clock),
                        () -> new HandleTask(
                                memory,
                                memory.taskStore,
                                memory,
                                new KnownApprovals(memory.eventLog),
                                new MemoryInputs(SmallFirm.firm()),
                                clock),
                        () -> new LeftToAnswer(
                                memory,
                                memory.taskStore,
                                new KnownApprovals(memory.eventLog),
                                new MemoryInputs(SmallFirm.firm()),
                                _ -> People.UNKNOWN),
                        () -> new TaskCards(
                                memory,
                                new KnownApprovals(memory.eventLog),
                                new MemoryInputs(SmallFirm.firm()),
                                (_, kind, _) -> Optional.of(
                                        kind == TaskKind.PROPOSE_TRADES ? Duration.ofHours(2) : Duration.ofHours(1)),
                                clock)),
                new FlowQuestions(memory.eventLog, () -> flows(memory, clock)),
                new BreakQuestions(memory.eventLog, () -> reconcile(memory, clock)),
                new KillQuestions(() -> new KillSwitches(memory.eventLog, memory, clock)),
                new NumbersQuestions(() -> venues(memory, clock)),
                new RowQuestions(memory, memory.taskStore, memory.eventLog, () -> rows(memory, clock)),
                new MoveQuestions(() -> moves(memory, clock, worker)),
                new ReplayQuestions(() -> replays(memory, clock, worker)),
                new RuleQuestions(new ChangeLog(memory.eventLog), () -> memory.rules(clock)),
                new WaiverQuestions(() -> waivers(memory, clock)));
        RuleReplays replays = new RuleReplays(
                () -> Objects.requireNonNullElseGet(memory.ruleReplay, () -> replaysOfRules(memory)),
                memory,
                run -> memory.figures(run.id()).isPresent(),
                Runnable::run);
        return new ServeOperations(
                new RunParts(
                        memory,
                        new RunStates(
                                new RunStates.Kept(memory, memory.keys, memory.files, memory, memory.rules),
                                questions,
                                new Incidents(memory, memory, clock),
                                () -> new DrawnFiles(SERVED),
                                new Times(clock, ZoneOffset.UTC, () -> 0)),
                        new TraceLinks(/* sent= */ true, Optional.of("https://traces.example.com/trace/{trace}")),
                        memory,
                        () -> memory.snapshots,
                        questions,
                        memory,
                        run -> LeftOutOrder.of(memory.eventLog, run),
                        new ExpectedCosts(_ -> SmallFirm.firm()),
                        memory.reports,
                        new AbandonRun(memory, memory, _ -> {}, clock),
                        new Incidents(memory, memory, clock),
                        () -> new ResumeRun(
                                memory,
                                new OpenRun(
                                        memory,
                                        new MemoryInputs(SmallFirm.firm()),
                                        new FilesOpenBooks(),
                                        memory,
                                        clock),
                                new Incidents(memory, memory, clock),
                                memory.resumed::add),
                        worker),
                () -> memory.blotter,
                () -> memory.limits,
                new RepairParts(
                        new Standstills(
                                memory,
                                memory,
                                new Costs(
                                        memory,
                                        memory.orders,
                                        memory.eventLog,
                                        new FirmSessions(_ -> SmallFirm.firm())),
                                clock),
                        new RunRepair(memory, memory, clock),
                        new SupportBundle(
                                () -> List.of(new BundlePart("runs.txt", () -> String.valueOf(memory.recent(9)))),
                                () -> new Scrubber(List.of()),
                                ZippedTexts::of,
                                memory,
                                clock),
                        memory,
                        () -> memory.setAside,
                        () -> rows(memory, clock),
                        () -> moves(memory, clock, worker),
                        () -> replays(memory, clock, worker)),
                ids -> memory.quality.entrySet().stream()
                        .filter(entry -> ids.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                new AuditParts(
                        memory,
                        () -> new AnchorAudit(memory, List.of(memory.anchors), clock),
                        () -> memory.chain(clock)),
                new BookParts(
                        new ReadBooks(
                                memory.books,
                                new VerifyBooks(memory.books, memory, memory.orders, memory.eventLog),
                                _ -> SmallFirm.firm()),
                        () -> flows(memory, clock),
                        () -> reconcile(memory, clock)),
                () -> schedule(memory, clock),
                () -> new PracticeClock(
                        new Times(clock, ZoneOffset.UTC, () -> 0),
                        () -> schedule(memory, clock).show(1, 1).next(),
                        questions,
                        memory),
                () -> new KillSwitches(memory.eventLog, memory, clock),
                () -> venues(memory, clock),
                () -> breakers(memory, clock),
                () -> memory.rules(clock),
                () -> DrawnChangeFile.of(Path.of("processes")),
                () -> tables(memory, clock),
                () -> replays,
                () -> waivers(memory, clock),
                () -> new TrackBreaches(memory.eventLog, memory, clock),
                () -> health(clock),
                () -> memory.users(clock).access,
                clock);
    }

    /** The project's own rules judge. */
    public static EditTables tables(Memory memory, InstantSource clock) {
        ActiveRules active = new ActiveRules(memory.eventLog, memory.ruleHistory, memory, clock);
        active.adopt(() -> RulesFolder.read(Path.of("rules")));
        return new EditTables(
                active,
                version -> memory.ruleHistory.files(version.version()),
                () -> new Drafts(
                        new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, clock), memory.ruleHistory),
                new DmnTables(() -> LocalDate.of(2018, 4, 11)),
                new CaseFiles(Path.of("target/no-state")),
                new ListFiles(() -> LocalDate.of(2018, 4, 11)));
    }

    /** Of the project's own rules, on the date of the small firm. */
    private static WaiveRules waivers(Memory memory, InstantSource clock) {
        return new WaiveRules(
                new WaiverLog(memory.eventLog),
                memory,
                clock,
                () -> SmallFirm.DATE,
                () -> () -> List.of(
                        new WaivableRules.Rule("position-weight", true, true, Optional.of(BigDecimal.ONE)),
                        new WaivableRules.Rule("wash-sale", true, false, Optional.empty()),
                        new WaivableRules.Rule("no-short", false, false, Optional.empty())),
                () -> Optional.of(new KnownSubjects(
                        SmallFirm.firm().accounts().stream().map(Account::id).collect(Collectors.toSet()),
                        SmallFirm.firm().instruments().keySet())));
    }

    /** Of days whose rules nobody kept. */
    private static RuleReplay replaysOfRules(Memory memory) {
        return new RuleReplay(new RuleReplay.Ports(
                memory,
                new RunMarkets(
                        new MemoryInputs(SmallFirm.firm()),
                        memory,
                        new MemoryLake(SmallFirm.prices()),
                        (_, _, _, _, _) -> symbol -> Optional.empty()),
                new KeptRules(memory.rules, memory.files),
                new MemoryDecisions(),
                files -> {
                    DroolsRuleBook book = new DroolsRuleBook(files, RuleTrust.delivered());
                    return new CandidateRules(book, book.tables());
                }));
    }

    /** One part that is not well, and figures of every unit. */
    private static ServiceHealth health(InstantSource clock) {
        return new ServiceHealth(
                "degraded",
                true,
                clock.instant(),
                List.of(
                        new PartHealth(
                                "disk",
                                false,
                                "Expected at least 250 MB free under var, but only 100 MB are; maybe remove old runs",
                                clock.instant()),
                        new PartHealth("store", true, "", clock.instant())),
                List.of(
                        new HealthFigure("Up", 3_723.5, HealthFigure.Unit.SECONDS),
                        new HealthFigure("Disk, free", 100_000_000, HealthFigure.Unit.BYTES),
                        new HealthFigure("Questions open", 2, HealthFigure.Unit.COUNT)));
    }

    /** Of the venues of the small firm. */
    public static VenueBreakers breakers(Memory memory, InstantSource clock) {
        return new VenueBreakers(
                memory,
                memory.eventLog,
                memory,
                _ -> SmallFirm.firm().venues().stream().map(Venue::name).toList(),
                run -> new SlicedOrders().replay(memory.orders.history(run)).undecided(),
                clock);
    }

    /** By which odds runs divide their orders, learned from what is in memory. */
    public static RunOdds odds(Memory memory, InstantSource clock) {
        return new RunOdds(memory, memory.orders, memory.eventLog, memory, new MemoryFilesUsed(), clock);
    }

    private static VenueDesk venues(Memory memory, InstantSource clock) {
        return new VenueDesk(memory.connections, () -> SmallFirm.firm().venues(), memory.eventLog, memory, clock);
    }

    private static AnswerTask answers(Memory memory, InstantSource clock) {
        return new AnswerTask(
                memory,
                memory.taskStore,
                memory.eventLog,
                memory,
                proposals(memory, clock),
                new MemoryInputs(SmallFirm.firm()),
                JudgedRest.over(memory, MemoryInputs.always(SmallFirm.firm())),
                new TaskTexts(memory, memory, _ -> SmallFirm.firm()),
                clock);
    }

    /** Rows of the small firm's prices, whose contract is remembered. */
    private static DecideRows rows(Memory memory, InstantSource clock) {
        MemoryLake lake = new MemoryLake(SmallFirm.prices());
        return new DecideRows(
                new DecideRows.Ports(
                        memory,
                        memory.taskStore,
                        memory.eventLog,
                        memory,
                        memory.rows,
                        () -> lake,
                        () -> new MemoryInputs(SmallFirm.firm()),
                        () -> new TaskTexts(memory, memory, _ -> SmallFirm.firm())),
                new JudgeAgain(_ -> SmallFirm.firm(), () -> lake, () -> lake, () -> memory.rows, ZoneOffset.UTC),
                () -> answers(memory, clock),
                _ -> {},
                clock);
    }

    private static MoveToken moves(Memory memory, InstantSource clock, Optional<String> worker) {
        return new MoveToken(
                new MoveLog(memory.eventLog),
                new MovePlans(
                        standing(memory, clock),
                        new RunDrawings(memory.keys, memory.files, () -> new DrawnFiles(SERVED)),
                        RepairVariable.all(List.of(
                                RepairVariable.told(CheckData.VERDICT, CheckData.NAME.job()),
                                RepairVariable.told(SettleApproval.APPROVAL, SettleApproval.NAME.job()),
                                RepairVariable.told(UserTasks.DECISION, "")))),
                memory,
                memory,
                () -> worker.map(_ -> resuming(memory, clock)),
                clock);
    }

    private static RunStanding.Stores standing(Memory memory, InstantSource clock) {
        return new RunStanding.Stores(
                memory, memory.keys, memory.taskStore, memory.orders, new Incidents(memory, memory, clock));
    }

    private static ReplayDay replays(Memory memory, InstantSource clock, Optional<String> worker) {
        return new ReplayDay(
                new ReplayLog(memory.eventLog),
                new ReplayPlans(standing(memory, clock), memory, memory.eventLog),
                memory,
                memory,
                memory.openings,
                memory,
                () -> worker.map(_ -> resuming(memory, clock)),
                clock);
    }

    private static ResumeRun resuming(Memory memory, InstantSource clock) {
        return new ResumeRun(
                memory,
                new OpenRun(memory, memory.inputs, new FilesOpenBooks(), memory, clock),
                new Incidents(memory, memory, clock),
                memory.resumed::add);
    }

    /** The small firm's schedule, in UTC, as if it were served. */
    private static ScheduledDays schedule(Memory memory, InstantSource clock) {
        MemoryDays days = new MemoryDays(memory, new Times(clock, ZoneOffset.UTC, () -> 0));
        days.missed(false).keep(days.folder(), SmallFirm.firm().settings().schedule());
        return days.days(false, _ -> {});
    }

    private static ReconcileBooks reconcile(Memory memory, InstantSource clock) {
        return new ReconcileBooks(
                memory.books,
                memory.eventLog,
                memory,
                _ -> SmallFirm.firm(),
                memory.shelf,
                () -> flows(memory, clock),
                new Times(clock, ZoneOffset.UTC, () -> 0));
    }

    private static BookFlows flows(Memory memory, InstantSource clock) {
        return new BookFlows(memory.books, memory.eventLog, memory, _ -> SmallFirm.firm(), _ -> List.of(), clock);
    }

    /** Records what people may approve in a run, as the stage that decided it does. */
    public static void decided(Memory memory, RunId run, InstantSource clock) {
        decided(memory, run, clock, List.of());
    }

    /** The same, with these orders. */
    public static void decided(Memory memory, RunId run, InstantSource clock, List<ParentOrder> orders) {
        Stage nothing = new Stage() {
            @Override
            public StageName name() {
                return Rebalance.NAME;
            }

            @Override
            public StageResult run(RunId decided) {
                memory.saveRebalance(decided, Stream.of(new RebalanceResult(List.of(), orders, List.of())), List.of());
                return () -> "decided";
            }
        };
        var needs = new ApprovalNeeds(
                _ -> List.of(), memory, new MemoryInputs(SmallFirm.firm()), _ -> List.of(DrawnStep.OPEN));
        var data = new CheckedData(
                memory,
                memory.proposalStore,
                memory,
                memory.taskStore,
                new MemoryLake(SmallFirm.prices()),
                new MemoryInputs(SmallFirm.firm()),
                memory.eventLog,
                memory,
                clock);
        LocalDate date = memory.find(run).orElseThrow().date();
        memory.saveData(run, new DataCheck("s", 10, 5, date, date, List.of(), false, "q"));
        Stage checks = new Stage() {
            @Override
            public StageName name() {
                return CheckData.NAME;
            }

            @Override
            public StageResult run(RunId checked) {
                return () -> "checked";
            }
        };
        new VouchData(checks, memory, data).run(run);
        new DecideProposal(nothing, memory, data, needs, proposals(memory, clock)).run(run);
    }

    private static Proposals proposals(Memory memory, InstantSource clock) {
        return new Proposals(memory.proposalStore, new MemoryInputs(SmallFirm.firm()), memory.eventLog, memory, clock);
    }
}
