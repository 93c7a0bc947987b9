package dev.vesper.adapters.processes;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalVerdict;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataVerdict;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.testing.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A desk for tests: stages and answers to tasks that a test sets, and a diary of what happened. */
final class DayInTest implements UserTasks, DayListener {
    /** What the desk serves, in which the processes of the project are at home. */
    static final KnownWork SERVED = new KnownWork(
            Declared.stages(),
            List.of(
                    KnownWork.Told.byStage(CheckData.VERDICT, CheckData.NAME),
                    KnownWork.Told.byStage(SettleApproval.APPROVAL, SettleApproval.NAME),
                    KnownWork.Told.byEveryUserTask(UserTasks.DECISION)));

    final List<String> diary = new CopyOnWriteArrayList<>();
    final Map<StageName, Function<RunId, StageResult>> stages = new ConcurrentHashMap<>();
    /** Answers by task kind; a kind without one waits. */
    final Map<TaskKind, Answer> decisions = new ConcurrentHashMap<>();

    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<String> still = new LinkedBlockingQueue<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    final BlockingQueue<TaskKind> asked = new LinkedBlockingQueue<>();
    /** The numbers of the approvals that were asked for. */
    final Set<Integer> steps = new ConcurrentSkipListSet<>();

    DayInTest() {
        Declared.stages().forEach(name -> stages.put(name, run -> () -> "done"));
        stages.put(CheckData.NAME, run -> new CheckData.Result(DataVerdict.PASSED, 10, 0, 0));
        stages.put(SettleApproval.NAME, run -> new SettleApproval.Result(approval(), ""));
        decisions.put(TaskKind.PROPOSE_TRADES, Answer.APPROVE);
        decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
    }

    private ApprovalVerdict approval() {
        return decisions.get(TaskKind.PROPOSE_TRADES) == Answer.APPROVE
                        && decisions.get(TaskKind.APPROVE_TRADES) == Answer.APPROVE
                ? ApprovalVerdict.APPROVED
                : ApprovalVerdict.REJECTED;
    }

    List<Stage> stages() {
        return stages(() -> this);
    }

    /** Stages that do what the day of the moment says, so that one engine can serve many tests. */
    static List<Stage> stages(Supplier<DayInTest> current) {
        var list = new ArrayList<Stage>();
        for (var name : Declared.stages()) {
            list.add(new Stage() {
                @Override
                public StageName name() {
                    return name;
                }

                @Override
                public StageResult run(RunId run) {
                    var day = current.get();
                    var answer = day.stages.get(name).apply(run);
                    day.diary.add(name.job());
                    return answer;
                }
            });
        }
        return list;
    }

    @Override
    public Optional<Answer> ask(RunId run, TaskKind kind, int step) {
        if (kind == TaskKind.APPROVE_TRADES) {
            steps.add(step);
        }
        if (!diary.contains("ask " + kind.word())) {
            diary.add("ask " + kind.word());
            asked.add(kind);
        }
        return Optional.ofNullable(decisions.get(kind));
    }

    @Override
    public void stageRefused(RunId run, StageName stage, Problem why) {
        diary.add(stage + " refused");
    }

    @Override
    public void stageFailed(RunId run, StageName stage, Throwable why, int retriesLeft) {
        failures.add(stage + " " + retriesLeft + " " + why.getMessage());
    }

    @Override
    public void standsStill(RunId run, String why) {
        still.add(run + ": " + why);
    }

    @Override
    public void engineTroubled(Problem what) {
        troubles.add(what.getMessage());
    }

    @Override
    public void reminded(RunId run, String about) {
        diary.add("reminded of " + about);
    }

    @Override
    public void dayEnded(RunId run, boolean refused) {
        ends.add(run + (refused ? " refused" : " done"));
    }

    String end() throws InterruptedException {
        return ends.poll(60, TimeUnit.SECONDS);
    }
}
