package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedTotals;
import dev.vesper.desk.operations.ProposedVerdict;
import dev.vesper.desk.operations.ProposedView;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RunData;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.SeenTrace;
import java.util.List;
import java.util.Map;

/** The ends of day over HTTP. */
public final class RunResources {
    /** After which run, and how many. */
    public record Newest(
            @Otherwise("") String after, @Otherwise("200") int most) {}

    /** Nothing more. */
    public record All() {}

    /** Which run. */
    public record Which(RunId run) {}

    /** Which part of what a run's people are asked about. */
    public record Part(
            RunId run,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /**
     * Which of the orders that a run's people are asked about.
     *
     * @param first which come first
     * @param find what stands in the order's id
     */
    public record Orders(
            RunId run,
            @Otherwise("largest") ProposedView.First first,
            @Otherwise("") String find,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /** Which file of a run's report. */
    public record File(RunId run, String file) {}

    public static final Resource<Newest, List<RunRecord>> NEWEST = Resource.get(
                    "/api/v1/runs",
                    "The runs, newest first; a page begins after the last run of the page before.",
                    Newest.class,
                    Answers.list(RunRecord.class),
                    (operations, q) -> operations.runs().newest(q.after(), q.most()))
            .pages(RunRecord.class, last -> Map.of("after", last.id().value()));

    public static final Resource<Which, RunStages> SHOW = Resource.get(
            "/api/v1/runs/{run}",
            "One run, its stages, and what keeps it from going on.",
            Which.class,
            Answers.one(RunStages.class),
            (operations, q) -> operations.runs().show(q.run()));

    public static final Resource<All, List<RunState>> TODAY = Resource.get(
            "/api/v1/runs/today",
            "Where every run stands that was opened today or has not ended, newest first.",
            All.class,
            Answers.list(RunState.class),
            (operations, _) -> operations.runs().today());

    public static final Resource<Which, RunState> STATE = Resource.get(
            "/api/v1/runs/{run}/state",
            "Where one run stands now: stages against the usual times, whose answer it waits for, what comes next, and how"
                    + " far it is with the elements of its processes.",
            Which.class,
            Answers.one(RunState.class),
            (operations, q) -> operations.runs().state(q.run()));

    public static final Resource<Which, List<RunProcess>> PROCESSES = Resource.get(
            "/api/v1/runs/{run}/processes",
            "The BPMN files that it goes by, the day's first; none where they were not kept.",
            Which.class,
            Answers.list(RunProcess.class),
            (operations, q) -> operations.runs().processes(q.run()));

    public static final Resource<Which, MadeWith> MADE_WITH = Resource.get(
            "/api/v1/runs/{run}/made-with",
            "The data, the rules and the processes it was made with.",
            Which.class,
            Answers.one(MadeWith.class),
            (operations, q) -> operations.runs().madeWith(q.run()));

    public static final Resource<Which, RunData> DATA = Resource.get(
            "/api/v1/runs/{run}/data",
            "The data it was made with: what was read, and the objects of the lake with their sums.",
            Which.class,
            Answers.one(RunData.class),
            (operations, q) -> operations.runs().data(q.run()));

    public static final Resource<Which, List<UsedRule>> RULES = Resource.get(
            "/api/v1/runs/{run}/rules",
            "The rule files as they judged it; none where nothing did, or they were not kept.",
            Which.class,
            Answers.list(UsedRule.class),
            (operations, q) -> operations.runs().rules(q.run()));

    public static final Resource<Which, SeenTrace> TRACE = Resource.get(
            "/api/v1/runs/{run}/trace",
            "Its trace: under which id it is found where traces are kept, and in the log.",
            Which.class,
            Answers.one(SeenTrace.class),
            (operations, q) -> operations.runs().trace(q.run()));

    public static final Resource<Which, List<Question>> QUESTIONS = Resource.get(
            "/api/v1/runs/{run}/questions",
            "All that it asks or asked people.",
            Which.class,
            Answers.list(Question.class),
            (operations, q) -> operations.runs().questions(q.run()));

    public static final Resource<Which, List<String>> REPORT_FILES = Resource.get(
            "/api/v1/runs/{run}/report",
            "The names of the files of its report, the page first.",
            Which.class,
            Answers.list(String.class),
            (operations, q) -> operations.runs().reportFiles(q.run()));

    public static final Resource<File, ReportFile> REPORT_FILE = Resource.get(
            "/api/v1/runs/{run}/report/{file}",
            "One file of its report, as it was written.",
            File.class,
            Answers.one(ReportFile.class),
            (operations, q) -> operations.runs().reportFile(q.run(), q.file()));

    public static final Resource<Orders, List<ProposedOrder>> PROPOSED_ORDERS = Resource.get(
            "/api/v1/runs/{run}/proposal/orders",
            "The orders that its people are asked about, after cuts, the largest first or what needs attention first.",
            Orders.class,
            Answers.list(ProposedOrder.class),
            (operations, q) -> operations
                    .runs()
                    .proposedOrders(q.run(), new ProposedView(q.first(), q.find()), q.from(), q.most()));

    public static final Resource<Which, ProposedTotals> PROPOSED_TOTALS = Resource.get(
            "/api/v1/runs/{run}/proposal",
            "What its people are asked about in sums, with what it is expected to cost.",
            Which.class,
            Answers.one(ProposedTotals.class),
            (operations, q) -> operations.runs().proposedTotals(q.run()));

    public static final Resource<Part, List<ProposedHolding>> PROPOSED_HOLDINGS = Resource.get(
            "/api/v1/runs/{run}/proposal/holdings",
            "What each account holds before, should hold, and would hold after those orders.",
            Part.class,
            Answers.list(ProposedHolding.class),
            (operations, q) -> operations.runs().proposedHoldings(q.run(), q.from(), q.most()));

    public static final Resource<Part, List<ProposedVerdict>> PROPOSED_VERDICTS = Resource.get(
            "/api/v1/runs/{run}/proposal/verdicts",
            "Every verdict on them, what did not pass first; instruments left out are among them.",
            Part.class,
            Answers.list(ProposedVerdict.class),
            (operations, q) -> operations.runs().proposedVerdicts(q.run(), q.from(), q.most()));

    static final List<Resource<?, ?>> ALL = List.of(
            NEWEST,
            TODAY,
            SHOW,
            STATE,
            PROCESSES,
            MADE_WITH,
            DATA,
            RULES,
            TRACE,
            QUESTIONS,
            REPORT_FILES,
            REPORT_FILE,
            PROPOSED_TOTALS,
            PROPOSED_ORDERS,
            PROPOSED_HOLDINGS,
            PROPOSED_VERDICTS);

    private RunResources() {}
}
