package dev.vesper.desk.report;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Rows;
import dev.vesper.basics.RunId;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.books.BookId;
import dev.vesper.books.wash.DisallowedLoss;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.books.Books;
import dev.vesper.desk.breach.DayBreaches;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageResult;
import dev.vesper.desk.run.StageState;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.orders.Fill;
import dev.vesper.orders.FillAllocator;
import dev.vesper.orders.ParentOrder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stage 5, and the last word on a refused day: books the fills into tax lots, writes the report beside the run and in the
 * lake under the run's tag, and tells the audit how the day ended. The run itself is closed once its process is over.
 */
public final class WriteReport implements Stage {
    /** The report of a day that went to its end. */
    public static final StageName REPORT = StageName.of("report");
    /** The report of a day that a gate or a person refused. */
    public static final StageName CLOSE_REFUSED = new StageName("close-refused", REPORT.stage());

    private final StageName name;
    private final RunStatus outcome;
    private final Ports ports;
    private final ReportWriter writer;
    private final Path folder;
    private final Function<RunId, RunVersions> versions;
    private final InstantSource clock;

    /** What the report is read from. */
    public record Ports(
            RunStore runs,
            DataCheckStore checks,
            RebalanceStore rebalances,
            OrderStore orders,
            Books books,
            EventLog events,
            AuditLog audit,
            RunMarkets markets,
            Lake lake,
            CostWatch costs) {}

    /**
     * A stage that ends a run.
     *
     * @param name {@link #REPORT} or {@link #CLOSE_REFUSED}
     * @param outcome how the run ends
     * @param folder where the folders of the runs lie
     * @param versions of the rules that judged a run, of processes and code
     */
    public WriteReport(
            StageName name,
            RunStatus outcome,
            Ports ports,
            ReportWriter writer,
            Path folder,
            Function<RunId, RunVersions> versions,
            InstantSource clock) {
        this.name = name;
        this.outcome = outcome;
        this.ports = ports;
        this.writer = writer;
        this.folder = folder;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public StageName name() {
        return name;
    }

    @Override
    public Result run(RunId run) {
        RunRecord record = ports.runs().find(run).orElseThrow();
        List<AuditLog.Row> audit = ports.audit().rows(run);
        DataCheck data = ports.checks().data(run).orElse(null);
        if (data == null) {
            return close(record, audit, "no data was accepted: there is nothing to report");
        }
        RunReport report = report(record, data, audit);
        Path target = folder.resolve(run.value());
        List<String> files = writer.write(report, target);
        for (String file : files) {
            ports.lake().keep(run, file, target.resolve(file));
        }
        ports.lake().tag(run, report.versions(), files);
        ports.costs()
                .worked(record, ExecutedOrders.of(report.orders(), report.sent(), report.fills(), report.session()));
        return close(record, audit, Counted.of(files.size(), "file") + " in " + target.getFileName());
    }

    private Result close(RunRecord record, List<AuditLog.Row> audit, String summary) {
        AuditAction action = outcome == RunStatus.DONE ? AuditAction.RUN_DONE : AuditAction.RUN_REFUSED;
        if (audit.stream().noneMatch(r -> r.action() == action)) {
            ports.audit().append(clock.instant(), "vesper", action, record.id().value(), summary, record.rehearsal());
        }
        return new Result(outcome, summary);
    }

    private RunReport report(RunRecord record, DataCheck data, List<AuditLog.Row> audit) {
        RunId run = record.id();
        RunMarket market = ports.markets().of(record);
        Firm firm = market.firm();
        RebalanceResult rebalance =
                ports.rebalances().withoutPasses(run).orElse(new RebalanceResult(List.of(), List.of(), List.of()));
        Rows<Verdict> verdicts = row -> ports.rebalances().eachVerdict(run, row);
        List<Fill> fills = ports.orders().fills(run);
        Map<String, LeftOutOrder> without = LeftOutOrder.of(ports.events(), run);
        List<ParentOrder> orders = rebalance.orders().stream()
                .filter(order -> !without.containsKey(order.id()))
                .toList();
        FillAllocator.Allocation booked = FillAllocator.allocate(firm.lots(), orders, fills, record.date());
        return new RunReport(
                record.standing(outcome),
                firm,
                finished(ports.runs().stages(run)),
                data,
                market.snapshot().history(),
                rebalance.plans(),
                VerdictFigures.of(verdicts),
                verdicts,
                orders,
                leftOut(rebalance.orders(), without),
                DayBreaches.of(ports.events(), run),
                ports.orders().sent(run),
                fills,
                booked.lots(),
                booked.realised(),
                washSales(record),
                sessions(orders, market),
                market.prices(orders.stream().map(ParentOrder::symbol).toList()),
                audit,
                versions.apply(run).on(data.snapshot()),
                clock instanceof SimulatedClock);
    }

    private static List<RunReport.LeftOut> leftOut(List<ParentOrder> orders, Map<String, LeftOutOrder> without) {
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(without.get(order.id())).stream()
                        .map(one -> new RunReport.LeftOut(order, one.by(), one.reason())))
                .toList();
    }

    /** What the books have of the run: its fills are posted by now, where Vesper keeps the books. */
    private List<DisallowedLoss> washSales(RunRecord run) {
        return ports.books().washSales(new BookId(run.firm(), run.rehearsal()), run.id()).stream()
                .flatMap(booked -> DisallowedLoss.of(booked.entry()).stream())
                .toList();
    }

    private static List<WorkingSession> sessions(List<ParentOrder> orders, RunMarket market) {
        List<WorkingSession> sessions = orders.stream()
                .map(order -> market.session(order.symbol()))
                .distinct()
                .sorted(WorkingSession.EARLIER_FIRST)
                .toList();
        return sessions.isEmpty() ? List.of(market.sessions().standard()) : sessions;
    }

    /**
     * The stage that writes the report is shown as done: it is, once anyone can read it. How long it took is not known
     * while it writes; the store knows afterwards.
     */
    private List<StageRecord> finished(List<StageRecord> stages) {
        List<StageRecord> shown = new ArrayList<>();
        for (StageRecord stage : stages) {
            boolean writing = stage.name().equals(name.stage()) && stage.finishedAt() == null;
            shown.add(
                    writing
                            ? new StageRecord(
                                    stage.name(), StageState.DONE, stage.startedAt(), null, stage.result(), "")
                            : stage);
        }
        return shown;
    }

    /** How the run ended. */
    public record Result(RunStatus status, String summary) implements StageResult {}
}
