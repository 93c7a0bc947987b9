package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RepairResources;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.operations.Repair;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.quarantine.RowDecision;
import dev.vesper.desk.repair.Retried;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.move.MoveChoices;
import dev.vesper.desk.repair.move.MovePlan;
import dev.vesper.desk.repair.replay.ReplayChoices;
import dev.vesper.desk.repair.replay.ReplayPlan;
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/** What stands still, and what is done about it, of a Vesper that runs elsewhere. */
record RepairClient(Transport http) implements Repair {
    @Override
    public List<Standstill> incidents() {
        return http.send(RepairResources.INCIDENTS, new RepairResources.All());
    }

    @Override
    public Standstill incident(RunId run) {
        return http.send(RepairResources.INCIDENT, new RepairResources.Which(run));
    }

    @Override
    public Standstill retry(RunId run, String reason) {
        return http.send(RepairResources.RETRY, new RepairResources.Because(run, reason));
    }

    @Override
    public List<Retried> retryAll(List<RunId> runs, String reason) {
        return http.send(RepairResources.RETRY_ALL, new RepairResources.AllBecause(runs, reason));
    }

    @Override
    public MoveChoices moves(RunId run) {
        return http.send(RepairResources.MOVES, new RepairResources.Which(run));
    }

    @Override
    public MovePlan move(RunId run, String to, String set) {
        return http.send(RepairResources.MOVE, new RepairResources.Where(run, to, set));
    }

    @Override
    public Question askMove(RunId run, String to, String set, String shown, String reason) {
        return http.send(RepairResources.ASK_MOVE, new RepairResources.Move(run, to, set, shown, reason));
    }

    @Override
    public ReplayChoices replays(RunId run) {
        return http.send(RepairResources.REPLAYS, new RepairResources.Which(run));
    }

    @Override
    public ReplayPlan replay(RunId run, String from) {
        return http.send(RepairResources.REPLAY, new RepairResources.From(run, from));
    }

    @Override
    public Question askReplay(RunId run, String from, String shown, String reason) {
        return http.send(RepairResources.ASK_REPLAY, new RepairResources.Replay(run, from, shown, reason));
    }

    @Override
    public List<SetAsideRow> setAside(RunId run, int from, int most) {
        return http.send(RepairResources.SET_ASIDE, new RepairResources.Part(run, from, most));
    }

    @Override
    public RowDecision decideRows(RunId run, RowAsk ask, String reason) {
        return http.send(
                RepairResources.DECIDE_ROWS,
                new RepairResources.RowsBecause(
                        run,
                        ask.act(),
                        ask.rows().stream().map(RowPlace::toString).toList(),
                        ask.values(),
                        reason));
    }

    @Override
    public List<RowDecision> rowDecisions(RunId run) {
        return http.send(RepairResources.ROW_DECISIONS, new RepairResources.Which(run));
    }

    @Override
    public String rowsClosed(RunId run) {
        return http.send(RepairResources.ROWS_CLOSED, new RepairResources.Which(run));
    }

    @Override
    public ReportFile bundle() {
        return http.send(RepairResources.BUNDLE, new RepairResources.All());
    }

    @Override
    public RunRecord close(RunId run, String reason) {
        return http.send(RepairResources.CLOSE, new RepairResources.Because(run, reason));
    }
}
