package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.checkdata.SetAsideRow;
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
import java.util.Map;

/** Runs that stand still, and what is done about runs, over HTTP. */
public final class RepairResources {
    /** Nothing more. */
    public record All() {}

    /** Which run. */
    public record Which(RunId run) {}

    /** Which part of the rows of a run. */
    public record Part(
            RunId run,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /** What is to be done about a run, and why. */
    public record Because(RunId run, @Otherwise("") String reason) {}

    public static final Resource<All, List<Standstill>> INCIDENTS = Resource.get(
            "/api/v1/incidents",
            "Every run that has not ended and stands still, or was tried again: cause, cost, what was tried, what may be"
                    + " done.",
            All.class,
            Answers.list(Standstill.class),
            (operations, _) -> operations.repair().incidents());

    public static final Resource<Which, Standstill> INCIDENT = Resource.get(
            "/api/v1/incidents/{run}",
            "One run that stands still, or did.",
            Which.class,
            Answers.one(Standstill.class),
            (operations, q) -> operations.repair().incident(q.run()));

    public static final Resource<Because, Standstill> RETRY = Resource.post(
            "/api/v1/runs/{run}/resume",
            "Lets one run go on that stands still; what is done stays done. Needs a reason.",
            Because.class,
            Answers.one(Standstill.class),
            (operations, q) -> operations.repair().retry(q.run(), q.reason()));

    /** What is to be tried again together, and why. */
    public record AllBecause(
            List<RunId> runs, @Otherwise("") String reason) {}

    public static final Resource<AllBecause, List<Retried>> RETRY_ALL = Resource.post(
            "/api/v1/incidents/retry",
            "Lets several runs go on that stand still for one cause, with one reason; each has its own row of the audit.",
            AllBecause.class,
            Answers.list(Retried.class),
            (operations, q) -> operations.repair().retryAll(q.runs(), q.reason()));

    public static final Resource<Because, RunRecord> CLOSE = Resource.post(
            "/api/v1/runs/{run}/abandon",
            "Closes a run that has not ended. Needs a reason; refused while a stage of it is at work.",
            Because.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.repair().close(q.run(), q.reason()));

    /** Where a token would go. */
    public record Where(RunId run, String to, @Otherwise("") String set) {}

    /** Where a token is to go, what was shown of it, and why. */
    public record Move(
            RunId run,
            String to,
            @Otherwise("") String set,
            @Otherwise("") String shown,
            @Otherwise("") String reason) {}

    public static final Resource<Which, MoveChoices> MOVES = Resource.get(
            "/api/v1/runs/{run}/moves",
            "Where the token of a run is, where it could go, and which variables of its processes may be changed.",
            Which.class,
            Answers.one(MoveChoices.class),
            (operations, q) -> operations.repair().moves(q.run()));

    public static final Resource<Where, MovePlan> MOVE = Resource.get(
            "/api/v1/runs/{run}/moves/plan",
            "What moving the token would change, as things stand.",
            Where.class,
            Answers.one(MovePlan.class),
            (operations, q) -> operations.repair().move(q.run(), q.to(), q.set()));

    public static final Resource<Move, Question> ASK_MOVE = Resource.post(
            "/api/v1/runs/{run}/moves",
            "Asks that the token of a run be moved; another person agrees by answering the task that this raises.",
            Move.class,
            Answers.one(Question.class),
            (operations, q) -> operations.repair().askMove(q.run(), q.to(), q.set(), q.shown(), q.reason()));

    /** From which stage a day would be replayed. */
    public record From(RunId run, String from) {}

    /** From which stage a day is to be replayed, what was shown of it, and why. */
    public record Replay(
            RunId run,
            String from,
            @Otherwise("") String shown,
            @Otherwise("") String reason) {}

    public static final Resource<Which, ReplayChoices> REPLAYS = Resource.get(
            "/api/v1/runs/{run}/replays",
            "From which stages the day of a run can be replayed, and why not from the others.",
            Which.class,
            Answers.one(ReplayChoices.class),
            (operations, q) -> operations.repair().replays(q.run()));

    public static final Resource<From, ReplayPlan> REPLAY = Resource.get(
            "/api/v1/runs/{run}/replays/plan",
            "What replaying the day from a stage would change, as things stand.",
            From.class,
            Answers.one(ReplayPlan.class),
            (operations, q) -> operations.repair().replay(q.run(), q.from()));

    public static final Resource<Replay, Question> ASK_REPLAY = Resource.post(
            "/api/v1/runs/{run}/replays",
            "Asks that the day of a run be replayed from a stage, in a new run that takes its place; another person agrees"
                    + " by answering the task that this raises.",
            Replay.class,
            Answers.one(Question.class),
            (operations, q) -> operations.repair().askReplay(q.run(), q.from(), q.shown(), q.reason()));

    public static final Resource<Part, List<SetAsideRow>> SET_ASIDE = Resource.get(
            "/api/v1/runs/{run}/set-aside",
            "The rows that the contracts set aside of a run's data, each with its reason and the lines around it.",
            Part.class,
            Answers.list(SetAsideRow.class),
            (operations, q) -> operations.repair().setAside(q.run(), q.from(), q.most()));

    /** What is to be done with rows of a run, and why. */
    public record RowsBecause(RunId run, RowAct act, List<String> rows, Map<String, String> values, String reason) {}

    public static final Resource<RowsBecause, RowDecision> DECIDE_ROWS = Resource.post(
            "/api/v1/runs/{run}/set-aside/decide",
            "Asks that rows that were set aside, by their places (prices.csv:12:3), be released, corrected or rejected;"
                    + " another person agrees by answering the task that this raises.",
            RowsBecause.class,
            Answers.one(RowDecision.class),
            (operations, q) -> operations
                    .repair()
                    .decideRows(
                            q.run(),
                            new RowAsk(
                                    q.act(), q.rows().stream().map(RowPlace::of).toList(), q.values()),
                            q.reason()));

    public static final Resource<Which, List<RowDecision>> ROW_DECISIONS = Resource.get(
            "/api/v1/runs/{run}/set-aside/decisions",
            "Every request about rows of a run that were set aside, oldest first: what, who asked, who agreed, why.",
            Which.class,
            Answers.list(RowDecision.class),
            (operations, q) -> operations.repair().rowDecisions(q.run()));

    public static final Resource<Which, String> ROWS_CLOSED = Resource.get(
            "/api/v1/runs/{run}/set-aside/closed",
            "Why no row of a run can be decided now; empty where rows can.",
            Which.class,
            Answers.one(String.class),
            (operations, q) -> operations.repair().rowsClosed(q.run()));

    public static final Resource<All, ReportFile> BUNDLE = Resource.post(
            "/api/v1/support/bundle",
            "Makes a zip for whoever helps, without secrets; that it was made stands in the audit.",
            All.class,
            Answers.one(ReportFile.class),
            (operations, _) -> operations.repair().bundle());

    static final List<Resource<?, ?>> ALL = List.of(
            INCIDENTS,
            INCIDENT,
            RETRY,
            RETRY_ALL,
            CLOSE,
            MOVES,
            MOVE,
            ASK_MOVE,
            REPLAYS,
            REPLAY,
            ASK_REPLAY,
            SET_ASIDE,
            DECIDE_ROWS,
            ROW_DECISIONS,
            ROWS_CLOSED,
            BUNDLE);

    private RepairResources() {}
}
