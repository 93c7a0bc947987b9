package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.DrawnDue;
import dev.vesper.adapters.processes.DrawnFiles;
import dev.vesper.app.settings.CodeVersion;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.ApprovalNeeds;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.DecideProposal;
import dev.vesper.desk.approval.Exceptions;
import dev.vesper.desk.approval.HandleTask;
import dev.vesper.desk.approval.KnownApprovals;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.approval.LeftToAnswer;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.RunQuestions;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.StandingApproval;
import dev.vesper.desk.approval.TaskCards;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.approval.VouchData;
import dev.vesper.desk.blotter.Blotter;
import dev.vesper.desk.blotter.MarketPlans;
import dev.vesper.desk.blotter.MarketPrices;
import dev.vesper.desk.blotter.MarketTapeBars;
import dev.vesper.desk.books.BookFlows;
import dev.vesper.desk.books.BreakQuestions;
import dev.vesper.desk.books.DayBooks;
import dev.vesper.desk.books.FlowQuestions;
import dev.vesper.desk.books.FlowsBeforeDays;
import dev.vesper.desk.books.PostFills;
import dev.vesper.desk.books.ReadBooks;
import dev.vesper.desk.books.ReconcileBooks;
import dev.vesper.desk.books.StatementWatch;
import dev.vesper.desk.books.VerifyBooks;
import dev.vesper.desk.breach.TrackBreaches;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.JudgeAgain;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.diagram.RunDrawings;
import dev.vesper.desk.execution.RunOdds;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.killswitch.release.KillQuestions;
import dev.vesper.desk.limits.RunLimits;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.quarantine.DecideRows;
import dev.vesper.desk.quarantine.RowQuestions;
import dev.vesper.desk.rebalance.JudgeRest;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.repair.RunStanding;
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
import dev.vesper.desk.review.CostReviews;
import dev.vesper.desk.review.ReviewQuestions;
import dev.vesper.desk.review.Reviews;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.JournalledStage;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.desk.venues.numbers.NumbersQuestions;
import dev.vesper.desk.waiver.WaiverQuestions;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.desk.workbench.RuleQuestions;
import dev.vesper.desk.workbench.replay.RecordedEffect;
import dev.vesper.desk.workbench.replay.RecordedGuard;
import dev.vesper.desk.workbench.replay.RuleReplay;
import dev.vesper.desk.workbench.replay.RuleReplays;
import dev.vesper.market.Venue;
import dev.vesper.orders.slice.SlicedOrders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The use cases. A new stage of the day is one line of {@link #all}. */
public final class DeskWiring {
    public final Part<DayBooks> books;
    public final Part<BookFlows> flows;
    public final Part<ReconcileBooks> reconcile;
    public final Part<StatementWatch> statements;
    public final Part<OpenRun> openRun;
    public final Part<RunMarkets> markets;
    final Part<Blotter> blotter;
    final Part<RunLimits> limits;
    public final Part<AnswerTask> approvals;
    public final Part<List<Questions>> questions;
    public final Part<Proposals> proposals;
    /** Single rows that a contract set aside. */
    final Part<DecideRows> rows;

    private final Part<KnownApprovals> known;
    private final Part<HandleTask> acts;
    private final Part<TaskCards> cards;
    /** Whether enough people are left for what is asked. */
    public final Part<LeftToAnswer> left;

    /** The sessions with the venues. */
    final Part<VenueDesk> venueDesk;

    /** Which venues get no orders of a run. */
    public final Part<VenueBreakers> venueBreakers;

    /** What may not be sent. */
    public final Part<KillSwitches> killSwitches;

    final Part<TrackBreaches> breaches;

    /** What people should look at once a day is worked. */
    public final Part<Reviews> reviews;

    /** What two people may do with the token of a run. */
    public final Part<MoveToken> moves;

    /** What other rules would have decided. */
    final Part<RuleReplays> ruleReplays;

    /** What two people may do with a day that went wrong. */
    final Part<ReplayDay> replays;

    public final Part<List<Stage>> stages;

    /** Lets runs go on; empty where nothing is worked here. */
    private volatile Supplier<Optional<ResumeRun>> resume = Optional::empty;

    private final Settings settings;
    private final Times times;
    private final Console console;
    private final StoreWiring store;
    private final LakeWiring lake;
    private final RoutesWiring routes;
    private final RulesWiring rules;
    private final PlannerWiring planner;
    private final OrderEngineWiring orderEngine;
    private final FirmWiring firm;
    private final ReportWiring report;
    private final EngineWiring engine;
    private final MetersWiring meters;
    private final TraceWiring traces;

    DeskWiring(
            OpenParts open,
            Settings settings,
            Times times,
            Console console,
            StoreWiring store,
            LakeWiring lake,
            RoutesWiring routes,
            RulesWiring rules,
            PlannerWiring planner,
            OrderEngineWiring orderEngine,
            FirmWiring firm,
            ReportWiring report,
            EngineWiring engine,
            MetersWiring meters,
            TraceWiring traces) {
        this.settings = settings;
        this.times = times;
        this.console = console;
        this.store = store;
        this.lake = lake;
        this.routes = routes;
        this.rules = rules;
        this.planner = planner;
        this.orderEngine = orderEngine;
        this.firm = firm;
        this.report = report;
        this.engine = engine;
        this.meters = meters;
        this.traces = traces;
        books = new Part<>(open, "books", () -> {
            var kept = store.store.get();
            return new DayBooks(
                    kept.books(),
                    kept.runs(),
                    kept.runs(),
                    kept.orders(),
                    firm.inputs.get(),
                    times.clock(),
                    planner.threads.get());
        });
        flows = new Part<>(open, "flows", () -> {
            var kept = store.store.get();
            return new BookFlows(kept.books(), kept.events(), kept.audit(), firm.reader(), firm.flows(), times.clock());
        });
        reconcile = new Part<>(open, "reconcile", () -> {
            var kept = store.store.get();
            return new ReconcileBooks(
                    kept.books(), kept.events(), kept.audit(), firm.reader(), firm.statements(), flows, times);
        });
        statements = new Part<>(open, "statements", () -> {
            var kept = store.store.get();
            return new StatementWatch(kept.books(), kept.events());
        });
        openRun = new Part<>(open, "open-run", () -> {
            var kept = store.store.get();
            var days = new FlowsBeforeDays(flows.get(), books.get());
            return new OpenRun(kept.runs(), firm.inputs.get(), days, kept.audit(), times.clock());
        });
        markets = new Part<>(
                open,
                "markets",
                () -> new RunMarkets(firm.inputs.get(), store.store.get().runs(), lake.tables.get(), routes.tapes));
        blotter = new Part<>(open, "blotter", () -> {
            var kept = store.store.get();
            return new Blotter(
                    kept.orders(),
                    kept.runs(),
                    run -> LeftOutOrder.of(kept.events(), run),
                    new MarketPrices(
                            () -> new RunMarkets(firm.inputs.get(), kept.runs(), lake.tables.get(), routes.tapes)),
                    new MarketPlans(
                            () -> new RunMarkets(firm.inputs.get(), kept.runs(), lake.tables.get(), routes.tapes)),
                    new MarketTapeBars(
                            () -> new RunMarkets(firm.inputs.get(), kept.runs(), lake.tables.get(), routes.tapes)));
        });
        limits = new Part<>(open, "limits", () -> {
            var kept = store.store.get();
            return new RunLimits(
                    kept.runs(),
                    kept.orders(),
                    run -> JudgedBooks.of(
                            new RunMarkets(firm.inputs.get(), kept.runs(), lake.tables.get(), routes.tapes).of(run),
                            run.date()));
        });
        approvals = new Part<>(open, "approvals", () -> approvals(store.store.get(), times));
        questions = new Part<>(open, "questions", this::asked);
        proposals = new Part<>(open, "proposals", () -> {
            var kept = store.store.get();
            return new Proposals(kept.proposals(), firm.inputs.get(), kept.events(), kept.audit(), times.clock());
        });
        known = new Part<>(
                open,
                "known-approvals",
                () -> new KnownApprovals(store.store.get().events()));
        acts = new Part<>(open, "task-acts", () -> {
            var kept = store.store.get();
            return new HandleTask(
                    kept.runs(), kept.tasks(), kept.audit(), known.get(), firm.inputs.get(), times.clock());
        });
        cards = new Part<>(open, "task-cards", () -> {
            var kept = store.store.get();
            return new TaskCards(
                    kept.runs(),
                    known.get(),
                    firm.inputs.get(),
                    new DrawnDue(kept.keys(), kept.filesUsed()),
                    times.clock());
        });
        left = new Part<>(open, "left-to-answer", () -> {
            var kept = store.store.get();
            return new LeftToAnswer(kept.runs(), kept.tasks(), known.get(), firm.inputs.get(), firm.people());
        });
        breaches = new Part<>(open, "breaches", () -> {
            var kept = store.store.get();
            return new TrackBreaches(kept.events(), kept.audit(), times.clock());
        });
        reviews = new Part<>(open, "reviews", () -> {
            var kept = store.store.get();
            return new Reviews(kept.events(), kept.audit(), firm.reader(), times.clock());
        });
        killSwitches = new Part<>(open, "kill-switches", () -> {
            var kept = store.store.get();
            return new KillSwitches(kept.events(), kept.audit(), times.clock());
        });
        venueDesk = new Part<>(open, "venue-desk", () -> {
            var kept = store.store.get();
            return new VenueDesk(routes.sessions, this::venues, kept.events(), kept.audit(), times.clock());
        });
        venueBreakers = new Part<>(open, "venue-breakers", () -> {
            var kept = store.store.get();
            return new VenueBreakers(
                    kept.runs(),
                    kept.events(),
                    kept.audit(),
                    run -> frozen().apply(run).venues().stream()
                            .map(Venue::name)
                            .toList(),
                    run -> new SlicedOrders().replay(kept.orders().history(run)).undecided(),
                    times.clock());
        });
        rows = new Part<>(open, "rows", () -> rows(store.store.get()));
        moves = new Part<>(open, "moves", this::moving);
        replays = new Part<>(open, "replays", this::replaying);
        ruleReplays = new Part<>(open, "rule-replays", this::ruleReplays);
        stages = new Part<>(open, "stages", this::journalled);
    }

    private DecideRows rows(StoreWiring.Store kept) {
        return new DecideRows(
                new DecideRows.Ports(
                        kept.runs(),
                        kept.tasks(),
                        kept.events(),
                        kept.audit(),
                        kept.agreedRows(),
                        lake.tables,
                        firm.inputs,
                        this::texts),
                new JudgeAgain(
                        run -> firm.inputs.get().firm(run), routes.intake::get, lake.tables, lake.tables, times.zone()),
                approvals,
                run -> markets.get().release(run),
                times.clock());
    }

    private TaskTexts texts() {
        var kept = store.store.get();
        return new TaskTexts(kept.runs(), kept.runs(), run -> markets.get().firm(run));
    }

    /** Tells how runs go on once the hands of the engine are there, which work with what is wired here. */
    void resumesBy(Supplier<Optional<ResumeRun>> how) {
        resume = how;
    }

    /** What the books say. */
    ReadBooks readBooks() {
        var kept = store.store.get();
        var verifier = new VerifyBooks(kept.books(), kept.runs(), kept.orders(), kept.events());
        return new ReadBooks(kept.books(), verifier, firm.reader());
    }

    /** The firm as a run sees it, asked for with the first run. */
    Function<RunId, Firm> frozen() {
        return run -> firm.inputs.get().firm(run);
    }

    /** Those of the firm whose day was opened last. */
    private List<Venue> venues() {
        return store.store.get().runs().recent(1).stream()
                .flatMap(run -> frozen().apply(run.id()).venues().stream())
                .toList();
    }

    /** What people are asked: a part of the business that asks is a line. */
    private List<Questions> asked() {
        var kept = store.store.get();
        return List.of(
                new RunQuestions(kept.runs(), kept.tasks(), approvals, acts, left, cards),
                new FlowQuestions(kept.events(), flows),
                new BreakQuestions(kept.events(), reconcile),
                new ReviewQuestions(reviews),
                new KillQuestions(killSwitches),
                new NumbersQuestions(venueDesk),
                new RowQuestions(kept.runs(), kept.tasks(), kept.events(), rows),
                new MoveQuestions(moves),
                new ReplayQuestions(replays),
                new RuleQuestions(new ChangeLog(kept.events()), rules.changes),
                new WaiverQuestions(rules.waivers));
    }

    private MoveToken moving() {
        var kept = store.store.get();
        var plans = new MovePlans(
                standing(kept),
                new RunDrawings(kept.keys(), kept.filesUsed(), () -> new DrawnFiles(ServedWork.ALL)),
                RepairVariable.all(ServedWork.ALL.told().stream()
                        .map(told -> RepairVariable.told(
                                told.variable(), told.by().map(StageName::job).orElse("")))
                        .toList()));
        return new MoveToken(
                new MoveLog(kept.events()), plans, kept.runs(), kept.audit(), () -> resume.get(), times.clock());
    }

    private RunStanding.Stores standing(StoreWiring.Store kept) {
        return new RunStanding.Stores(
                kept.runs(),
                kept.keys(),
                kept.tasks(),
                kept.orders(),
                new Incidents(kept.runs(), kept.audit(), times.clock()));
    }

    private ReplayDay replaying() {
        var kept = store.store.get();
        return new ReplayDay(
                new ReplayLog(kept.events()),
                new ReplayPlans(standing(kept), kept.runs(), kept.events()),
                kept.runs(),
                kept.replays(),
                new ReplayDay.Openings() {
                    @Override
                    public Optional<String> kept(RunRecord run) {
                        return checkedData().kept(run);
                    }

                    @Override
                    public void admit(RunRecord run) {
                        Firm now = firm.reader().read(Path.of(run.firm()));
                        Firms.mayOpen(now, run.date());
                        openRun.get().admit(now, run);
                    }
                },
                kept.audit(),
                () -> resume.get(),
                times.clock());
    }

    /** What other rules would have decided; each answer binds markets of its own, so no day that is at work loses its own. */
    public RuleReplay ruleReplay() {
        return new RuleReplay(replayPorts());
    }

    private RuleReplay.Ports replayPorts() {
        var kept = store.store.get();
        return new RuleReplay.Ports(
                kept.runs(),
                new RunMarkets(firm.inputs.get(), kept.runs(), lake.tables.get(), routes.tapes),
                new KeptRules(kept.rulesUsed(), kept.filesUsed()),
                lake.decisions.get(),
                RulesWiring.compiler(settings));
    }

    /** Recorded accounts, asked of a change when it judges. */
    Guard recordedGuard() {
        var runs = store.store.get().runs();
        return new RecordedGuard(
                this::replayPorts,
                runs,
                run -> runs.figures(run.id()).isPresent(),
                () -> rules.rules.get().live());
    }

    private RuleReplays ruleReplays() {
        var runs = store.store.get().runs();
        return new RuleReplays(
                this::ruleReplay,
                runs,
                run -> runs.figures(run.id()).isPresent(),
                work -> Thread.ofVirtual().name("rule-replay").start(work));
    }

    /** What a change of the rules would have made of recorded days. */
    EffectOfChange effectOfChange() {
        var runs = store.store.get().runs();
        return new RecordedEffect(
                this::ruleReplay, runs, run -> runs.figures(run.id()).isPresent());
    }

    private CheckedData checkedData() {
        var kept = store.store.get();
        return new CheckedData(
                kept.runs(),
                kept.proposals(),
                kept.runs(),
                kept.tasks(),
                lake.tables.get(),
                firm.inputs.get(),
                kept.events(),
                kept.audit(),
                times.clock());
    }

    private AnswerTask approvals(StoreWiring.Store kept, Times times) {
        return new AnswerTask(
                kept.runs(),
                kept.tasks(),
                kept.events(),
                kept.audit(),
                proposals.get(),
                firm.inputs.get(),
                new Exceptions(kept.runs(), new JudgeRest(kept.runs(), markets, rules.rules::get)),
                texts(),
                times.clock());
    }

    /** Every stage, in the order of the day. */
    private List<Stage> all() {
        var kept = store.store.get();
        var bound = markets.get();
        var tables = lake.tables.get();
        var inputs = firm.inputs.get();
        var data = checkedData();
        var standing =
                new StandingApproval(kept.tasks(), kept.events(), kept.audit(), proposals.get(), inputs, times.clock());
        return List.of(
                new VouchData(
                        new CheckData(kept.runs(), kept.runs(), bound::firm, routes.intake.get(), tables, times.zone()),
                        kept.runs(),
                        data),
                new DecideProposal(
                        new Rebalance(
                                kept.runs(),
                                kept.runs(),
                                bound,
                                planner.planner.get(),
                                rules.rules.get(),
                                lake.decisions.get(),
                                breaches.get(),
                                console,
                                planner.threads.get()),
                        kept.runs(),
                        data,
                        new ApprovalNeeds(
                                rules.rules.get(),
                                kept.runs(),
                                inputs,
                                run -> engine.engine.get().approvalSteps(run)),
                        proposals.get()),
                new SettleApproval(kept.events(), kept.runs(), kept.audit(), times.clock()),
                new PostFills(
                        new WorkOrders(
                                kept.runs(),
                                kept.runs(),
                                run -> {
                                    data.mustStand(run);
                                    return standing.mustStand(run);
                                },
                                new CountedOrders(kept.orders(), meters.meters.get()),
                                runOdds(),
                                bound,
                                traces.traced(routes.venues.get()),
                                orderEngine.engine.get().open(),
                                killSwitches.get(),
                                rules.rules::get,
                                venueBreakers.get(),
                                console,
                                times.clock()),
                        kept.runs(),
                        books.get(),
                        console),
                report(RunStatus.DONE),
                report(RunStatus.REFUSED));
    }

    /** By which odds runs divide their orders among venues. */
    public RunOdds runOdds() {
        var kept = store.store.get();
        return new RunOdds(kept.runs(), kept.orders(), kept.events(), kept.audit(), kept.filesUsed(), times.clock());
    }

    private WriteReport report(RunStatus outcome) {
        var kept = store.store.get();
        var ports = new WriteReport.Ports(
                kept.runs(),
                kept.runs(),
                kept.runs(),
                kept.orders(),
                kept.books(),
                kept.events(),
                kept.audit(),
                markets.get(),
                lake.tables.get(),
                new CostReviews(reviews.get()));
        return new WriteReport(
                outcome == RunStatus.DONE ? WriteReport.REPORT : WriteReport.CLOSE_REFUSED,
                outcome,
                ports,
                report.writer.get(),
                settings.folder("runs"),
                this::versions,
                times.clock());
    }

    private List<Stage> journalled() {
        var runs = store.store.get().runs();
        return all().stream()
                .map(stage -> (Stage) new JournalledStage(
                        traces.traced(stage), runs, times.clock(), stage.name().equals(WriteReport.CLOSE_REFUSED)))
                .toList();
    }

    private RunVersions versions(RunId run) {
        SortedMap<String, String> sums = new TreeMap<>();
        engine.engine.get().versions(run).forEach((id, version) -> sums.put(id, version.sha256()));
        return new RunVersions(
                CodeVersion.text(),
                lake.tables.get().contractVersion(Lake.PRICES),
                "",
                rules.rules.get().versions(run),
                sums);
    }
}
