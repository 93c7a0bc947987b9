package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.QualityStore;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Runs, stages and decisions in the tables {@code run}, {@code run_stage}, {@code rebalance} and those below it. */
public final class HibernateRunStore implements RunStore, DataCheckStore, QualityStore, RebalanceStore {
    private static final int MOST_RUNS_OF_A_DATE = 999;

    private final Database database;

    /** One program at a time works in a state folder, so that a lock of its own is enough. */
    private final Object beginning = new Object();

    public HibernateRunStore(Database database) {
        this.database = database;
    }

    @Override
    public RunRecord open(LocalDate date, String firm, long seed, boolean rehearsal, Instant at) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.write(session -> openNext(session, date, firm, seed, rehearsal, at));
            } catch (ConstraintViolationException e) { // another process took the number: take the next
                if (attempt == MOST_RUNS_OF_A_DATE) {
                    throw e;
                }
            }
        }
    }

    private static RunRecord openNext(
            StatelessSession session, LocalDate date, String firm, long seed, boolean rehearsal, Instant at) {
        int number = nextNumber(session, date);
        RunRecord run =
                new RunRecord(RunId.of(date, number), date, firm, seed, rehearsal, RunStatus.RUNNING, Exact.time(at));
        session.insert(RunRow.of(run, number));
        return run;
    }

    /** The number of the next run of a date. */
    static int nextNumber(StatelessSession session, LocalDate date) {
        int number = 1
                + session.createSelectionQuery(
                                "select coalesce(max(r.number), 0) from RunRow r where r.businessDate = :date",
                                Integer.class)
                        .setParameter("date", date)
                        .getSingleResult();
        if (number > MOST_RUNS_OF_A_DATE) {
            throw Problem.usage("Expected at most " + MOST_RUNS_OF_A_DATE + " runs for " + date
                    + ", but all are used; use another data folder");
        }
        return number;
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        return database.read(session ->
                Optional.ofNullable(session.get(RunRow.class, run.value())).map(RunRow::toRecord));
    }

    @Override
    public Map<RunId, RunRecord> find(Collection<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : database.read(session -> session
                        .createSelectionQuery("from RunRow r where r.runId in :runs", RunRow.class)
                        .setParameter("runs", Batches.values(runs))
                        .getResultList()
                        .stream()
                        .map(RunRow::toRecord)
                        .collect(Collectors.toMap(RunRecord::id, Function.identity())));
    }

    @Override
    public List<RunRecord> recent(@Nullable RunRecord after, int count) {
        return database.read(session -> {
            var query = session.createSelectionQuery(
                    "from RunRow r"
                            + (after == null
                                    ? ""
                                    : " where r.openedAt < :at or (r.openedAt = :at and (r.businessDate < :date"
                                            + " or (r.businessDate = :date and r.number < :number)))")
                            + " order by r.openedAt desc, r.businessDate desc, r.number desc",
                    RunRow.class);
            if (after != null) {
                query.setParameter("at", after.openedAt())
                        .setParameter("date", after.date())
                        .setParameter("number", after.id().number());
            }
            return query.setMaxResults(count).getResultList().stream()
                    .map(RunRow::toRecord)
                    .toList();
        });
    }

    @Override
    public Map<RunStatus, Long> counts() {
        return database.read(session -> session
                .createSelectionQuery("select r.status, count(*) from RunRow r group by r.status", Object[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> RunStatus.valueOf((String) row[0]), row -> (Long) row[1])));
    }

    @Override
    public void status(RunId run, RunStatus status) {
        int changed = database.write(session -> session.createMutationQuery(
                        "update RunRow r set r.status = :status where r.runId = :run" + " and r.status <> :closed")
                .setParameter("status", status.name())
                .setParameter("run", run.value())
                .setParameter("closed", RunStatus.ABANDONED.name())
                .executeUpdate());
        if (changed == 0 && find(run).isEmpty()) {
            throw new IllegalArgumentException("Expected an open run, but there is no " + run + " in the store");
        }
    }

    @Override
    public void alone(Runnable act) {
        synchronized (beginning) {
            act.run();
        }
    }

    @Override
    public void stage(RunId run, StageRecord stage) {
        database.change(session -> {
            StageRow known = session.get(
                    StageRow.class, new StageRow.Key(run.value(), stage.name().word()));
            if (known == null) {
                session.insert(StageRow.of(run, stage, stageCount(session, run)));
            } else {
                session.update(StageRow.of(run, stage, known.position));
            }
        });
    }

    private static int stageCount(StatelessSession session, RunId run) {
        return session.createSelectionQuery("select count(*) from StageRow s where s.runId = :run", Long.class)
                .setParameter("run", run.value())
                .getSingleResult()
                .intValue();
    }

    @Override
    public List<StageRecord> stages(RunId run) {
        return database.read(session -> session
                .createSelectionQuery("from StageRow s where s.runId = :run order by s.position", StageRow.class)
                .setParameter("run", run.value())
                .getResultList()
                .stream()
                .map(StageRow::toRecord)
                .toList());
    }

    @Override
    public Map<RunId, List<StageRecord>> stages(Collection<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : database.read(session -> session
                        .createSelectionQuery(
                                "from StageRow s where s.runId in :runs order by s.runId, s.position", StageRow.class)
                        .setParameter("runs", Batches.values(runs))
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> new RunId(row.runId),
                                Collectors.mapping(StageRow::toRecord, Collectors.toList()))));
    }

    @Override
    public void saveData(RunId run, DataCheck check) {
        database.change(session -> {
            if (session.get(DataCheckRow.class, run.value()) == null) {
                session.insert(DataCheckRow.of(run, check));
                check.quality().forEach(quality -> session.insert(DataQualityRow.of(run, quality)));
            }
        });
    }

    @Override
    public void takeOverData(RunId run, RunId from) {
        data(from)
                .ifPresent(check ->
                        saveData(run, check.with(quality(List.of(from)).getOrDefault(from, List.of()))));
    }

    @Override
    public Map<RunId, List<ProductQuality>> quality(Collection<RunId> runs) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from DataQualityRow q where q.runId in :runs order by q.runId, q.product",
                        DataQualityRow.class)
                .setParameter("runs", Batches.values(runs))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new RunId(row.runId),
                        Collectors.mapping(DataQualityRow::toRecord, Collectors.toList()))));
    }

    @Override
    public Optional<DataCheck> data(RunId run) {
        return database.read(session -> Optional.ofNullable(session.get(DataCheckRow.class, run.value()))
                .map(DataCheckRow::toRecord));
    }

    @Override
    public void saveRebalance(RunId run, Stream<RebalanceResult> parts, List<TaxLot> lots) {
        database.change(session -> RebalanceTables.save(session, run, parts, lots));
    }

    @Override
    public Optional<Rebalance.Result> figures(RunId run) {
        return database.read(session -> DecisionFigures.counted(session, run));
    }

    @Override
    public Optional<DecisionSummary> summary(RunId run, int shown) {
        return database.read(session -> DecisionFigures.summary(session, run, shown));
    }

    @Override
    public Optional<RebalanceResult> rebalance(RunId run) {
        return database.read(session -> RebalanceTables.load(session, run, /* passes= */ true));
    }

    @Override
    public Optional<RebalanceResult> withoutPasses(RunId run) {
        return database.read(session -> RebalanceTables.load(session, run, /* passes= */ false));
    }

    @Override
    public void eachVerdict(RunId run, Consumer<Verdict> each) {
        database.read(session -> {
            RebalanceTables.eachVerdict(session, run, each);
            return true;
        });
    }

    @Override
    public Optional<List<ParentOrder>> orders(RunId run) {
        return database.read(session -> RebalanceTables.loadOrders(session, run));
    }

    @Override
    public List<PastTrade> recentTrades(RunRecord now, String account, LocalDate since) {
        return database.read(session -> RecentTrades.find(session, now, account, since));
    }
}
