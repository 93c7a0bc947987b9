package dev.vesper.testing;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.approval.ProposalStore;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHash;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.audit.VerifiedChain;
import dev.vesper.desk.blotter.Blotter;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.SetAside;
import dev.vesper.desk.checkdata.Snapshots;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.limits.RunLimits;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.PastRuns;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.repair.replay.ReplayDay;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.repair.replay.ReplayStore;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.replay.RuleReplay;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.portfolio.RealisedGain;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stores of the desk in memory, with the promises of their ports and nothing else. */
public final class Memory implements RunStore, DataCheckStore, RebalanceStore, AuditLog, ReplayStore {
    public final Map<RunId, RunRecord> runs = new LinkedHashMap<>();
    public final Map<String, StageRecord> stages = new LinkedHashMap<>();
    public final Map<RunId, DataCheck> data = new LinkedHashMap<>();
    public final Map<RunId, RebalanceResult> decisions = new LinkedHashMap<>();
    private final Map<RunId, Map<String, BigDecimal>> costs = new LinkedHashMap<>();
    public final MemoryOrderStore orders = new MemoryOrderStore();
    public final MemoryConnections connections = new MemoryConnections();
    public final MemoryBooks books = new MemoryBooks();
    public final Map<String, UserTask> tasks = new LinkedHashMap<>();
    public final List<FourEyesEvent> approvals = new ArrayList<>();
    public final List<Row> audit = new ArrayList<>();
    /** Events of runs and proposals by stream. */
    public final Map<String, List<Object>> told = new LinkedHashMap<>();

    private final List<Told<Object>> all = new ArrayList<>();
    /** What somebody did to the audit log, as verifying it tells. */
    public final List<Fault> faults = new ArrayList<>();

    /** What the snapshots of runs consist of; nothing until a test says. */
    public Snapshots snapshots = _ -> List.of();

    /** Runs that the process engine was told to bring on, in that order. */
    public final List<RunId> resumed = new ArrayList<>();

    /** The rows that were set aside; none until a test says which. */
    public SetAside setAside = (_, _, _, _) -> List.of();

    /** How those rows are decided. */
    public final MemoryRows rows = new MemoryRows(this);

    /** How good the data of each run was. */
    public final Map<RunId, List<ProductQuality>> quality = new LinkedHashMap<>();

    /** Arrival and last prices of every session; none until a test says which. */
    public Map<String, SessionPrices> prices = Map.of();

    public final Blotter blotter = new Blotter(
            orders,
            this,
            run -> LeftOutOrder.of(this.eventLog, run),
            (_, _) -> prices,
            (_, parents) -> WorkedOrders.plans(parents),
            (_, _) -> WorkedOrders.bars());
    /** What the rules judged in any run; gone unless a test says so. */
    public Supplier<JudgedBooks> judged = () -> {
        throw Problem.unavailable("Expected the market of the run, but it is gone");
    };

    public final RunLimits limits = new RunLimits(this, orders, _ -> judged.get());

    /** What the runs froze, where a test replays their days. */
    public final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());

    /** What a replayed day may begin with. */
    public ReplayDay.Openings openings = new ReplayDay.Openings() {
        @Override
        public Optional<String> kept(RunRecord run) {
            return Optional.empty();
        }

        @Override
        public void admit(RunRecord run) {
            // the small firm's files open every day
        }
    };

    public final MemoryReports reports = new MemoryReports();

    /** By which process files the runs go. */
    public final MemoryFilesUsed files = new MemoryFilesUsed();

    public final MemoryKeys keys = new MemoryKeys();

    public final MemoryRulesUsed rules = new MemoryRulesUsed();

    /** Says that a run goes by these process files. */
    public void goesBy(RunId run, FileSet processes) {
        files.keep(processes);
        keys.replace(run, Optional.empty(), DayInstance.first(processes.sha256()));
    }

    @Override
    public synchronized RunRecord open(LocalDate date, String firm, long seed, boolean rehearsal, Instant at) {
        int number = 1
                + (int) runs.keySet().stream()
                        .filter(r -> r.date().equals(date))
                        .count();
        RunRecord run = new RunRecord(RunId.of(date, number), date, firm, seed, rehearsal, RunStatus.RUNNING, at);
        runs.put(run.id(), run);
        return run;
    }

    @Override
    public synchronized RunRecord supersede(
            RunRecord old, ReplayFrom from, Instant at, String by, String reason, Append<ReplayEvent> agreed) {
        RunRecord now = runs.get(old.id());
        if (now.supersededBy() != null || now.status().ended()) {
            throw Problem.refused(
                    "Expected run " + old.id() + " to stand still or to wait, but it has gone on or ended");
        }
        RunId id = RunId.of(
                old.date(),
                1
                        + (int) runs.keySet().stream()
                                .filter(r -> r.date().equals(old.date()))
                                .count());
        append(
                at,
                by,
                AuditAction.REPLAY_AGREED,
                old.id().value(),
                from.word() + ": " + reason,
                old.rehearsal(),
                agreed);
        RunRecord next = old.successor(id, from, at);
        runs.put(id, next);
        runs.put(old.id(), now.superseded(id));
        var stream = RunEvent.stream(old.id());
        append(
                at,
                by,
                AuditAction.RUN_SUPERSEDED,
                old.id().value(),
                "by " + id + ", from " + from.word() + ": " + reason,
                old.rehearsal(),
                new Append<>(
                        stream, stream(stream.value()).size(), List.of(new RunEvent.Superseded(id.value(), from))));
        return next;
    }

    @Override
    public synchronized Optional<RunRecord> find(RunId run) {
        return Optional.ofNullable(runs.get(run));
    }

    @Override
    public synchronized List<RunRecord> recent(@Nullable RunRecord after, int count) {
        Comparator<RunRecord> newestFirst = Comparator.comparing(RunRecord::openedAt)
                .thenComparing(RunRecord::id)
                .reversed();
        return runs.values().stream()
                .sorted(newestFirst)
                .filter(run -> after == null || newestFirst.compare(run, after) > 0)
                .limit(count)
                .toList();
    }

    @Override
    public Map<RunStatus, Long> counts() {
        return runs.values().stream().collect(Collectors.groupingBy(RunRecord::status, Collectors.counting()));
    }

    @Override
    public synchronized void status(RunId run, RunStatus status) {
        RunRecord r = runs.get(run);
        if (r.status() == RunStatus.ABANDONED) {
            return;
        }
        runs.put(run, r.standing(status));
    }

    @Override
    public synchronized void alone(Runnable act) {
        act.run();
    }

    @Override
    public synchronized void stage(RunId run, StageRecord stage) {
        stages.put(run + "/" + stage.name(), stage);
    }

    @Override
    public synchronized List<StageRecord> stages(RunId run) {
        return stages.entrySet().stream()
                .filter(e -> e.getKey().startsWith(run + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void saveData(RunId run, DataCheck check) {
        data.putIfAbsent(run, check);
    }

    @Override
    public void takeOverData(RunId run, RunId from) {
        data(from).ifPresent(check -> saveData(run, check));
        Optional.ofNullable(quality.get(from)).ifPresent(known -> quality.putIfAbsent(run, known));
    }

    @Override
    public Optional<DataCheck> data(RunId run) {
        return Optional.ofNullable(data.get(run));
    }

    @Override
    public void saveRebalance(RunId run, Stream<RebalanceResult> parts, List<TaxLot> lots) {
        if (!decisions.containsKey(run)) {
            List<RebalanceResult> all = parts.toList();
            decisions.put(
                    run,
                    new RebalanceResult(
                            all.stream().flatMap(part -> part.plans().stream()).toList(),
                            all.stream().flatMap(part -> part.orders().stream()).toList(),
                            all.stream()
                                    .flatMap(part -> part.verdicts().stream())
                                    .toList()));
            costs.put(run, lots.stream().collect(Collectors.toMap(TaxLot::id, TaxLot::cost)));
        }
    }

    @Override
    public Optional<Rebalance.Result> figures(RunId run) {
        return rebalance(run)
                .map(r -> new Rebalance.Result(
                        r.orders().size(),
                        r.plans().size(),
                        r.verdicts().size(),
                        r.verdicts().stream().filter(v -> v.outcome().acts()).count()));
    }

    @Override
    public Optional<DecisionSummary> summary(RunId run, int shown) {
        return rebalance(run).map(decided -> DecisionSummary.of(decided, shown));
    }

    @Override
    public Optional<RebalanceResult> rebalance(RunId run) {
        return Optional.ofNullable(decisions.get(run));
    }

    @Override
    public Optional<RebalanceResult> withoutPasses(RunId run) {
        return rebalance(run)
                .map(r -> new RebalanceResult(
                        r.plans(),
                        r.orders(),
                        r.verdicts().stream()
                                .filter(v -> v.outcome() != Outcome.PASS)
                                .toList()));
    }

    @Override
    public void eachVerdict(RunId run, Consumer<Verdict> each) {
        rebalance(run).ifPresent(result -> result.verdicts().forEach(each));
    }

    @Override
    public Optional<List<ParentOrder>> orders(RunId run) {
        return rebalance(run).map(RebalanceResult::orders);
    }

    @Override
    public List<PastTrade> recentTrades(RunRecord now, String account, LocalDate since) {
        return PastRuns.before(now, List.copyOf(runs.values()), since).stream()
                .filter(run -> decisions.containsKey(run.id()))
                .flatMap(run -> decisions.get(run.id()).orders().stream()
                        .filter(order -> order.account().equals(account))
                        .sorted(Comparator.comparing(ParentOrder::id))
                        .flatMap(order -> traded(run, order).stream()))
                .toList();
    }

    private Optional<PastTrade> traded(RunRecord run, ParentOrder order) {
        List<Fill> fills = orders.fills(run.id()).stream()
                .filter(fill -> fill.parentId().equals(order.id()))
                .toList();
        List<RealisedGain.SoldLot> lots = order.lots().stream()
                .map(lot -> new RealisedGain.SoldLot(
                        lot.quantity(), Optional.ofNullable(costs.get(run.id()).get(lot.lotId()))))
                .toList();
        return fills.isEmpty() ? Optional.empty() : Optional.of(PastTrade.of(fills, run.date(), lots));
    }

    @Override
    public synchronized Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Change change) {
        ChainedRow row = new ChainedRow(
                        audit.size() + 1L,
                        at,
                        actor,
                        action.word(),
                        subject,
                        detail,
                        rehearsal,
                        null,
                        new Circumstance(Origin.now().text(), change),
                        chained.isEmpty()
                                ? ChainHash.GENESIS
                                : chained.getLast().hash(),
                        "")
                .sealed();
        chained.add(row);
        audit.add(row.toRow());
        return row.toRow();
    }

    private final List<ChainedRow> chained = new ArrayList<>();

    private @Nullable VerifiedChain verified;

    /** Takes the newest rows away, as somebody would who may write the database. */
    public void cutTo(int rows) {
        chained.subList(rows, chained.size()).clear();
        audit.subList(rows, audit.size()).clear();
    }

    /** Has another have done what a row says. */
    public void alter(int row, String actor) {
        ChainedRow was = chained.get(row - 1);
        chained.set(
                row - 1,
                new ChainedRow(
                        was.sequence(),
                        was.at(),
                        actor,
                        was.action(),
                        was.subject(),
                        was.detail(),
                        was.rehearsal(),
                        was.vouched(),
                        was.circumstance(),
                        was.previousHash(),
                        was.hash()));
    }

    /** How far the rows were verified. */
    public VerifiedChain chain(InstantSource clock) {
        if (verified == null) {
            verified = new VerifiedChain(this, clock);
        }
        return verified;
    }

    /** A place outside. */
    public final MemoryAnchors anchors = new MemoryAnchors();

    @Override
    public List<ChainedRow> chained(AuditQuery query, long after, int most) {
        return chained.stream()
                .filter(row -> row.sequence() > after && fits(query, row.toRow()))
                .limit(most)
                .toList();
    }

    @Override
    public ChainHead head() {
        return chained.isEmpty()
                ? ChainHead.NONE
                : new ChainHead(
                        chained.getLast().sequence(),
                        chained.getLast().hash(),
                        chained.getLast().at());
    }

    @Override
    public List<Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most) {
        boolean newest = order == AuditQuery.Order.NEWEST;
        return (newest ? rows().reversed() : rows())
                .stream()
                        .filter(row -> newest ? after == 0 || row.sequence() < after : row.sequence() > after)
                        .filter(row -> until == 0 || (newest ? row.sequence() > until : row.sequence() < until))
                        .filter(row -> fits(query, row))
                        .limit(most)
                        .toList();
    }

    /** What the store asks its database, said once more in Java; its tests compare the two. */
    public static boolean fits(AuditQuery query, Row row) {
        String detail = (row.detail() + "\n" + row.before() + "\n" + row.after()).toLowerCase(Locale.ROOT);
        return (query.who().isEmpty() || query.who().equals(row.actor()))
                && query.action().map(row.action()::equals).orElse(true)
                && (query.subject().isEmpty()
                        || query.subject().equals(row.subject())
                        || row.subject().equals(AuditQuery.USER + query.subject())
                        || row.subject().startsWith(query.subject() + "/"))
                && query.from().map(from -> !row.at().isBefore(from)).orElse(true)
                && query.before().map(before -> row.at().isBefore(before)).orElse(true)
                && row.origin().toLowerCase(Locale.ROOT).contains(query.where().toLowerCase(Locale.ROOT))
                && query.words().stream().allMatch(word -> detail.contains(word.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<Row> rows() {
        return List.copyOf(audit);
    }

    @Override
    public synchronized List<Row> rows(RunId run) {
        return audit.stream()
                .filter(r -> r.subject().equals(run.value()) || r.subject().startsWith(run + "/"))
                .toList();
    }

    @Override
    public List<Fault> verify() {
        return List.copyOf(faults);
    }

    @Override
    public Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Append<?> events,
            Change change) {
        List<Object> stream = stream(events.stream().value());
        if (stream.size() != events.expected()) {
            throw Problem.refused("Expected " + events.stream() + " to hold " + events.expected()
                    + " events, but it holds " + stream.size());
        }
        stream.addAll(events.events());
        events.events()
                .forEach(event -> all.add(
                        new Told<>(new StreamId<>(Object.class, events.stream().value()), event, at, actor)));
        return append(at, actor, action, subject, detail, rehearsal, change);
    }

    @Override
    public List<Fault> verifyChain(long from) {
        return faults.stream().filter(fault -> fault.sequence() >= from).toList();
    }

    @SuppressWarnings("unchecked") // each event is one of the stream's kind
    private List<Object> stream(String name) {
        return name.startsWith("four-eyes/")
                ? (List<Object>) (List<?>) approvals
                : told.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    public final MemoryHistory ruleHistory = new MemoryHistory();

    public final EventLog eventLog = new EventLog() {
        @Override
        public <E> List<E> read(StreamId<E> stream) {
            return stream(stream.value()).stream().map(stream.events()::cast).toList();
        }

        /** What a test put there itself was told by nobody. */
        @Override
        public <E> List<Told<E>> after(StreamId<E> stream, int first) {
            List<E> now = read(stream);
            List<Told<E>> told = told(stream);
            if (now.size() < first) {
                throw EventLog.shorter(stream, first, now.size());
            }
            return told.size() == now.size()
                    ? told.subList(first, told.size())
                    : now.stream()
                            .skip(first)
                            .map(event -> new Told<>(stream, event, Instant.EPOCH, "nobody"))
                            .toList();
        }

        @Override
        public <E> List<Told<E>> readAll(Class<E> events, String prefix) {
            return all.stream()
                    .filter(told -> told.stream().value().startsWith(prefix))
                    .map(told -> new Told<>(
                            new StreamId<>(events, told.stream().value()),
                            events.cast(told.event()),
                            told.at(),
                            told.actor()))
                    .toList();
        }
    };

    /** Kept schedules. */
    public final MemorySchedules schedules = new MemorySchedules();

    private @Nullable RuleChanges changes;

    /** Whether the project's own rules judge, looked at as a Vesper does that runs, and not those of a firm with one limit. */
    public boolean rulesOfProject;

    /** The rules and their changes; made when somebody first asks. */
    public RuleChanges rules(InstantSource clock) {
        if (changes == null) {
            changes = rulesOfProject ? MemoryRules.ofProject(this, clock) : MemoryRules.over(this, clock);
        }
        return changes;
    }

    /** What replays rules; null where nobody kept the rules of any day. */
    public @Nullable RuleReplay ruleReplay;

    private @Nullable MemoryUsers users;

    /** Who belongs; made when somebody first asks. */
    public MemoryUsers users(InstantSource clock) {
        if (users == null) {
            users = new MemoryUsers(this, clock);
        }
        return users;
    }

    /** Kept statements. */
    public final MemoryShelf shelf = new MemoryShelf();

    /** Sums over what is remembered, each part as its text. */
    public final ProposalStore proposalStore = new ProposalStore() {
        @Override
        public Optional<Sums> sums(RunId run) {
            return rebalance(run)
                    .map(decided -> new Sums(
                            data(run),
                            sum(decided.plans()),
                            sum(decided.orders()),
                            sum(decided.verdicts()),
                            sum(decided.verdicts().stream()
                                    .map(Verdict::rule)
                                    .distinct()
                                    .toList())));
        }

        @Override
        public RowSum data(RunId run) {
            return sum(data.containsKey(run) ? List.of(data.get(run)) : List.of());
        }
    };

    private static RowSum sum(List<?> rows) {
        FieldSum sum = new FieldSum();
        rows.forEach(row -> sum.add(row.toString()));
        return new RowSum(rows.size(), sum.hex());
    }

    /** Tasks of the same memory; RunStore and TaskStore cannot be one class, both have recent(int). */
    public final TaskStore taskStore = new TaskStore() {
        @Override
        public void raise(UserTask task) {
            tasks.putIfAbsent(task.id(), task);
        }

        @Override
        public Optional<UserTask> find(String id) {
            return Optional.ofNullable(tasks.get(id));
        }

        @Override
        public List<UserTask> recent(int count) {
            return List.copyOf(tasks.values());
        }

        @Override
        public List<UserTask> answered(@Nullable TaskMark after, int most) {
            return tasks.values().stream()
                    .filter(task -> !task.open())
                    .filter(task -> after == null
                            || new TaskMark(false, after.raisedAt(), after.id()).before(Question.of(task)))
                    .sorted(Comparator.comparing(UserTask::raisedAt)
                            .thenComparing(UserTask::id)
                            .reversed())
                    .limit(most)
                    .toList();
        }

        @Override
        public List<UserTask> open() {
            return recent(Integer.MAX_VALUE).stream().filter(UserTask::open).toList();
        }

        @Override
        public List<UserTask> ofRun(RunId run) {
            return tasks.values().stream()
                    .filter(task -> task.run().equals(run))
                    .toList();
        }

        @Override
        public boolean decide(
                UserTask shown,
                Answer answer,
                String by,
                Instant at,
                String reason,
                boolean rehearsal,
                Append<FourEyesEvent> events) {
            String id = shown.id();
            UserTask t = tasks.get(id);
            if (!t.open() || !t.asksAs(shown) || stream(events.stream().value()).size() != events.expected()) {
                return false;
            }
            tasks.put(
                    id,
                    new UserTask(
                            id, t.run(), t.kind(), t.question(), t.detail(), t.raisedAt(), answer, by, at, reason));
            append(at, by, t.kind().action(answer), id, reason, rehearsal, events);
            TaskStore.leftOut(events).forEach(left -> append(at, by, AuditAction.ORDER_LEFT_OUT, id, left, rehearsal));
            return true;
        }
    };
}
