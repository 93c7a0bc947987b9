package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.SeenTrace;
import java.util.List;

/** The ends of day. */
public interface Runs {
    /** The first of these pages. */
    default List<RunRecord> newest(int most) {
        return newest("", most);
    }

    /**
     * Newest first, at most so many.
     *
     * @param after the id of the last run of the page before; empty for the first page
     */
    List<RunRecord> newest(String after, int most);

    /**
     * One run and how far it came.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    RunStages show(RunId run);

    /**
     * Where it stands now: its stages against the usual times, whose answer it waits for, what comes next, and how far it is
     * with the elements of its processes.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    RunState state(RunId run);

    /** The same of every run that was opened today or has not ended, newest first. */
    List<RunState> today();

    /**
     * The processes that it goes by, the day's first, whatever lies in {@code processes/} now; none where they were not kept.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    List<RunProcess> processes(RunId run);

    /**
     * What it was made with: data, rules, processes.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    MadeWith madeWith(RunId run);

    /**
     * The data it was made with: what was read, and what the lake keeps of it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    RunData data(RunId run);

    /**
     * The rule files as they judged it, whatever lies in {@code rules/} now; none where nothing did, or they were not kept.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    List<UsedRule> rules(RunId run);

    /**
     * Its trace: under which id it is found where traces are kept, and in the log.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    SeenTrace trace(RunId run);

    /**
     * All that it asks or asked people, by id.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    List<Question> questions(RunId run);

    /**
     * The names of the files of its report, the page first; empty where none was written, or it was removed.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<String> reportFiles(RunId run);

    /**
     * One file of its report, as it was written.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the file is unknown, REFUSED where it is too long to
     *     be handed over
     */
    ReportFile reportFile(RunId run, String file);

    /**
     * The orders that its people are asked about, after cuts: the largest first, so many from a place on. None where nothing
     * is decided yet, or no more.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<ProposedOrder> proposedOrders(RunId run, int from, int most);

    /**
     * What each account holds before, should hold, and would hold after those orders, so many from a place on.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<ProposedHolding> proposedHoldings(RunId run, int from, int most);

    /**
     * Every verdict on them, instruments that were left out among them: what did not pass first, so many from a place on.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<ProposedVerdict> proposedVerdicts(RunId run, int from, int most);
}
