package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.repair.Standstill;
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
     * Closes a run that has not ended; what it did stays. A named person does it, while no stage of it is at work.
     *
     * @param reason why
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown or has ended, or no reason is given, REFUSED while
     *     a stage is at work, or for a caller without a name
     */
    RunRecord close(RunId run, String reason);

    /**
     * The rows that the contracts set aside of a run's data, so many from a place on, each with its reason and the lines
     * around it. None where none was, or the data is not checked yet.
     *
     * @param from how many are passed over
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown
     */
    List<SetAsideRow> setAside(RunId run, int from, int most);

    /**
     * A zip for whoever helps: versions, settings, health, metrics, log, runs, incidents, process files, the head of the audit;
     * without secrets. That it was made stands in the audit. For whoever may see the audit.
     */
    ReportFile bundle();
}
