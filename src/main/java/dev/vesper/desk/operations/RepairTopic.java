package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Asker;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.quarantine.RowDecision;
import dev.vesper.desk.repair.Retried;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.move.MoveChoices;
import dev.vesper.desk.repair.move.MovePlan;
import dev.vesper.desk.repair.replay.ReplayChoices;
import dev.vesper.desk.repair.replay.ReplayPlan;
import dev.vesper.desk.run.Reasons;
import dev.vesper.desk.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What stands still, and what is done about it, for one caller. */
record RepairTopic(Guard guard, RunParts runs, RepairParts parts) implements Repair {
    /** More than anybody ticks. */
    private static final int MOST_AT_ONCE = 100;

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
    public List<Retried> retryAll(List<RunId> runs, String reason) {
        List<RunId> each = runs.stream().distinct().toList();
        Bounds.upTo("the number of runs", each.size(), MOST_AT_ONCE);
        inTurn(
                each,
                run -> act(run, "try again", "let run " + run + " go on", reason, (_, why) -> {
                    Reasons.must(why, "try " + each.size() + " runs again");
                }));
        mustBeOfOneCause(each);
        List<Retried> all = new ArrayList<>();
        inTurn(each, run -> {
            try {
                all.add(Retried.on(retry(run, reason)));
            } catch (Problem left) {
                all.add(Retried.left(run, String.valueOf(left.getMessage())));
                throw left;
            }
        });
        return List.copyOf(all);
    }

    /** Does something about each, and throws the first refusal where all are refused. */
    private static void inTurn(List<RunId> runs, Consumer<RunId> act) {
        List<Problem> refused = new ArrayList<>();
        for (RunId run : runs) {
            try {
                act.accept(run);
            } catch (Problem problem) {
                refused.add(problem);
            }
        }
        if (refused.size() == runs.size()) {
            throw refused.getFirst();
        }
    }

    /** One reason is given for all of them, so what it is about is one thing. */
    private void mustBeOfOneCause(List<RunId> runs) {
        Standstill first = parts.standstills().show(runs.getFirst());
        for (RunId run : runs) {
            Standstill other = parts.standstills().show(run);
            if (other.code() != first.code() || !other.stage().equals(first.stage())) {
                throw Problem.usage("Expected runs that stand still for one cause, but "
                        + first.run().id() + " does for " + first.causeWords() + ", and " + run + " for "
                        + other.causeWords() + "; try them again apart");
            }
        }
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
    public MoveChoices moves(RunId run) {
        return parts.moves().get().choices(run);
    }

    @Override
    public MovePlan move(RunId run, String to, String set) {
        return parts.moves().get().plan(run, to.strip(), variables(set));
    }

    @Override
    public Question askMove(RunId run, String to, String set, String shown, String reason) {
        String[] task = {""};
        act(run, "move the token", "move the token of run " + run, reason, (by, why) -> {
            Reasons.must(why, "move the token of run " + run);
            task[0] = parts.moves().get().ask(run, to.strip(), variables(set), shown.strip(), by, why);
        });
        return AskedPart.of(runs.questions(), task[0]).question();
    }

    @Override
    public ReplayChoices replays(RunId run) {
        return parts.replays().get().choices(run);
    }

    @Override
    public ReplayPlan replay(RunId run, String from) {
        return parts.replays().get().plan(run, from.strip());
    }

    @Override
    public Question askReplay(RunId run, String from, String shown, String reason) {
        String[] task = {""};
        act(run, "replay the day", "replay the day of run " + run, reason, (by, why) -> {
            Reasons.must(why, "replay the day of run " + run);
            task[0] = parts.replays().get().ask(run, from.strip(), shown.strip(), by, why);
        });
        return AskedPart.of(runs.questions(), task[0]).question();
    }

    /** What is told beside, as people write it. */
    private static SortedMap<String, String> variables(String set) {
        SortedMap<String, String> told = new TreeMap<>();
        for (String one : set.isBlank() ? new String[0] : set.split(",", -1)) {
            int equals = one.indexOf('=');
            if (equals < 1
                    || told.put(
                                    one.substring(0, equals).strip(),
                                    one.substring(equals + 1).strip())
                            != null) {
                throw Problem.usage("Expected variables such as limitVerdict=passed, each once, but got \""
                        + Visible.line(set) + "\"");
            }
        }
        return told;
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
                        Problem.unknown("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
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
