package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.portfolio.TaxLot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stores of the desk in memory, with the promises of their ports and nothing else. */
final class Memory implements RunStore, DataCheckStore, RebalanceStore, AuditLog {
    final Map<RunId, RunRecord> runs = new LinkedHashMap<>();
    final Map<String, StageRecord> stages = new LinkedHashMap<>();
    final Map<RunId, DataCheck> data = new LinkedHashMap<>();
    final Map<RunId, RebalanceResult> decisions = new LinkedHashMap<>();
    final Map<String, UserTask> tasks = new LinkedHashMap<>();
    final List<FourEyesEvent> approvals = new ArrayList<>();
    final List<Row> audit = new ArrayList<>();

    @Override
    public RunRecord open(LocalDate date, String firm, long seed, boolean rehearsal, Instant at) {
        int number = 1
                + (int) runs.keySet().stream()
                        .filter(r -> r.date().equals(date))
                        .count();
        RunRecord run = new RunRecord(RunId.of(date, number), date, firm, seed, rehearsal, RunStatus.RUNNING, at);
        runs.put(run.id(), run);
        return run;
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        return Optional.ofNullable(runs.get(run));
    }

    @Override
    public List<RunRecord> recent(int count) {
        return runs.values().stream()
                .sorted(Comparator.comparing(RunRecord::id).reversed())
                .limit(count)
                .toList();
    }

    @Override
    public void status(RunId run, RunStatus status) {
        RunRecord r = runs.get(run);
        runs.put(run, new RunRecord(r.id(), r.date(), r.firm(), r.seed(), r.rehearsal(), status, r.openedAt()));
    }

    @Override
    public void stage(RunId run, StageRecord stage) {
        stages.put(run + "/" + stage.name(), stage);
    }

    @Override
    public List<StageRecord> stages(RunId run) {
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
    public Optional<DataCheck> data(RunId run) {
        return Optional.ofNullable(data.get(run));
    }

    @Override
    public void saveRebalance(RunId run, RebalanceResult result, List<TaxLot> lots) {
        decisions.putIfAbsent(run, result);
    }

    @Override
    public Optional<RebalanceResult> rebalance(RunId run) {
        return Optional.ofNullable(decisions.get(run));
    }

    @Override
    public List<PastTrade> recentTrades(String firm, String account, LocalDate since, RunId before) {
        return List.of();
    }

    @Override
    public Row append(Instant at, String actor, AuditAction action, String subject, String detail, boolean rehearsal) {
        Row row = new Row(audit.size() + 1L, at, actor, action, subject, detail, rehearsal, "", "");
        audit.add(row);
        return row;
    }

    @Override
    public List<Row> rows() {
        return List.copyOf(audit);
    }

    @Override
    public List<Fault> verify() {
        return List.of();
    }

    final EventLog eventLog = new EventLog() {
        @Override
        public <E> List<E> read(StreamId<E> stream) {
            return approvals.stream().map(stream.events()::cast).toList();
        }
    };

    /** Tasks of the same memory; RunStore and TaskStore cannot be one class, both have recent(int). */
    final TaskStore taskStore = new TaskStore() {
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
        public boolean decide(
                String id,
                Answer answer,
                String by,
                Instant at,
                String reason,
                boolean rehearsal,
                Append<FourEyesEvent> events) {
            UserTask t = tasks.get(id);
            if (!t.open()) {
                return false;
            }
            tasks.put(
                    id,
                    new UserTask(
                            id, t.run(), t.kind(), t.question(), t.detail(), t.raisedAt(), answer, by, at, reason));
            approvals.addAll(events.events());
            append(at, by, t.kind().action(answer), id, reason, rehearsal);
            return true;
        }
    };
}
