package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
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
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/** Runs that stand still, and what people do about runs. Every act, refused ones too, stands in the audit with its reason. */
public interface Repair {
    /** Every run that has not ended and stands still, or was tried again: those that stand still first, the longest first. */
    List<Standstill> incidents();

    /**
     * One of them; also one that has ended since.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, or never stood still
     */
    Standstill incident(RunId run);

    /**
     * Lets one run go on that stands still: what is done stays done, what failed is tried again. A named person does it,
     * while Vesper is running. It is {@code mended} once the stage has answered, or {@code failed again}.
     *
     * @param reason why it should go now
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown or has ended, or no reason is given, REFUSED where
     *     it does not stand still or for a caller without a name, UNAVAILABLE while no Vesper is running
     */
    Standstill retry(RunId run, String reason);

    /**
     * Lets several runs go on that stand still for one cause, each as {@link #retry}, with its own row of the audit. One that
     * cannot go on is left as it is, and the others go on; where none can, that is thrown.
     *
     * @param reason why they should go now, for all of them
     * @return what became of each at once, in the order given, each once; how each ends is told by {@link #incident}
     * @throws dev.vesper.basics.Problem of kind INPUT where none or more than a hundred are given, they stand still for
     *     different causes or at different stages, or one never did, and else as {@link #retry}
     */
    List<Retried> retryAll(List<RunId> runs, String reason);

    /**
     * Closes a run that has not ended; what it did stays. A named person does it, while no stage of it is at work.
     *
     * @param reason why
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown or has ended, or no reason is given, REFUSED while
     *     a stage is at work, or for a caller without a name
     */
    RunRecord close(RunId run, String reason);

    /**
     * Where the token of a run is, where it could go, and which variables of its processes may be changed with it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    MoveChoices moves(RunId run);

    /**
     * What moving the token would change, as things stand; why not, where it may not go there.
     *
     * @param to the step: {@code process/element}, or its element or job alone
     * @param set what the process is told beside, for example {@code limitVerdict=passed}, more of them after commas; may be
     *     empty
     * @throws dev.vesper.basics.Problem of kind INPUT where the run, the step, a variable or its word is unknown
     */
    MovePlan move(RunId run, String to, String set);

    /**
     * Asks that the token be moved: a task for another person, who agrees or refuses. Nothing is moved before. No setting
     * turns the second person off, in rehearsals neither.
     *
     * @param shown first digits of the sum of the plan that the person saw; empty where that is not known
     * @param reason why
     * @return the task
     * @throws dev.vesper.basics.Problem of kind INPUT as {@link #move}, or where no reason is given, REFUSED where the token
     *     may not go there, something has changed since it was shown, or for a caller without a name
     */
    Question askMove(RunId run, String to, String set, String shown, String reason);

    /**
     * From which stages the day of a run can be replayed, and why not from the others.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    ReplayChoices replays(RunId run);

    /**
     * What replaying the day from a stage would change, as things stand; why not, where it cannot be replayed from there.
     *
     * @param from the first stage that would be worked anew: {@code rebalance}
     * @throws dev.vesper.basics.Problem of kind INPUT where the run or the stage is unknown
     */
    ReplayPlan replay(RunId run, String from);

    /**
     * Asks that the day be replayed: a task for another person, who agrees or refuses. Then a new run takes the place of this
     * one, which is closed. No setting turns the second person off, in rehearsals neither.
     *
     * @param shown first digits of the sum of the plan that the person saw; empty where that is not known
     * @param reason why
     * @return the task
     * @throws dev.vesper.basics.Problem of kind INPUT as {@link #replay}, or where no reason is given, REFUSED where the day
     *     cannot be replayed from there, something has changed since it was shown, or for a caller without a name
     */
    Question askReplay(RunId run, String from, String shown, String reason);

    /**
     * The rows that the contracts set aside of a run's data, so many from a place on, each with its reason and the lines
     * around it, and what became of it. None where none was, or the data is not checked yet.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<SetAsideRow> setAside(RunId run, int from, int most);

    /**
     * Asks that single rows which the contract of the prices set aside be released, corrected or kept out, while their run
     * asks about its data. Another person of the data stewards agrees by answering the task {@code <run>/decide-rows-<n>};
     * then the contract judges again.
     *
     * @param reason why
     * @throws dev.vesper.basics.Problem of kind INPUT where the run, a row or a column is unknown, REFUSED with the contract's
     *     own words where a row could not be used then, for a caller without a name, without a reason, where the run does not
     *     ask, or somebody asks about a row already
     */
    RowDecision decideRows(RunId run, RowAsk ask, String reason);

    /**
     * Every request about rows of a run, oldest first.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<RowDecision> rowDecisions(RunId run);

    /**
     * Why no row of a run can be decided now, in a sentence; empty where rows can.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    String rowsClosed(RunId run);

    /**
     * A zip for whoever helps: versions, settings, health, metrics, log, runs, incidents, process files, the head of the audit;
     * without secrets. That it was made stands in the audit. For whoever may see the audit.
     */
    ReportFile bundle();
}
