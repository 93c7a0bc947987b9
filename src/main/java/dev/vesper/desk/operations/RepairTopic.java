package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Asker;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.quarantine.RowDecision;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.run.Reasons;
import dev.vesper.desk.run.RunRecord;
import java.util.List;
import java.util.function.BiConsumer;

/** What stands still, and what is done about it, for one caller. */
record RepairTopic(Guard guard, RunParts runs, RepairParts parts) implements Repair {
    @Override
    public List<Standstill> incidents() {
        return parts.standstills().open();
    }

    @Override
    public Standstill incident(RunId run) {
        return parts.standstills().show(run);
    }

    @Override
    public Standstill retry(RunId run, String reason) {
        act(run, "try again", "let run " + run + " go on", reason, (by, why) -> {
            if (runs.worker().isEmpty()) {
                throw Problem.unavailable("Expected a running Vesper to go on with run " + run
                        + ", but none runs; ./vesper eod --resume --run " + run + " goes on with it");
            }
            runs.resume().get().retry(run, by, why);
        });
        return parts.standstills().show(run);
    }

    @Override
    public RunRecord close(RunId run, String reason) {
        act(run, "close", "close run " + run, reason, (by, why) -> {
            Reasons.must(why, "close run " + run);
            if (runs.worker().isEmpty()) {
                runs.abandon().abandon(run, by, why);
            } else {
                runs.abandon().abandonWorked(run, by, why);
                runs.resume().get().letGo(run);
            }
        });
        return runs.runs().find(run).orElseThrow();
    }

    @Override
    public List<SetAsideRow> setAside(RunId run, int from, int most) {
        Bounds.notNegative(from);
        Bounds.positive(most);
        RunRecord known = known(run);
        return parts.checks()
                .data(known.id())
                .filter(check -> !check.quarantineKey().isEmpty())
                .map(check ->
                        parts.rows().get().fates(known, parts.setAside().get().rows(known.id(), check, from, most)))
                .orElse(List.of());
    }

    @Override
    public RowDecision decideRows(RunId run, RowAsk ask, String reason) {
        String by = guard.named(Permission.WORK_RUNS, "ask about rows of run " + run, guard.rehearsal(run));
        return parts.rows().get().ask(known(run).id(), ask, by, Bounds.line(reason));
    }

    @Override
    public List<RowDecision> rowDecisions(RunId run) {
        return parts.rows().get().all(known(run).id());
    }

    @Override
    public String rowsClosed(RunId run) {
        return parts.rows().get().closed(known(run));
    }

    private RunRecord known(RunId run) {
        return runs.runs()
                .find(run)
                .orElseThrow(() ->
                        Problem.usage("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }

    @Override
    public ReportFile bundle() {
        guard.requireOrRecord(Permission.SEE_AUDIT, "make a support bundle");
        return ReportFile.of(
                "vesper-support.zip",
                parts.bundle()
                        .make(guard.caller()
                                .person()
                                .orElse(guard.caller() instanceof Owner ? Asker.OWNER : RepairParts.NOBODY)));
    }

    private void act(RunId run, String what, String words, String reason, BiConsumer<String, String> does) {
        String line = Bounds.line(reason);
        parts.repair()
                .audited(
                        run,
                        guard.caller().person().orElse(RepairParts.NOBODY),
                        what,
                        line,
                        () -> does.accept(guard.unrecorded(Permission.WORK_RUNS, words, guard.rehearsal(run)), line));
    }
}
