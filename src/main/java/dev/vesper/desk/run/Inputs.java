package dev.vesper.desk.run;

import dev.vesper.approvals.People;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.orders.slice.RowSum;
import java.util.Optional;

/** The firm folder as it was when a run was opened: what is edited later belongs to the next run. */
public interface Inputs {
    /**
     * Copies the firm's files beside the run, whole or not at all; once frozen they stay as they are.
     *
     * @param opening what the day opens with in the place of what accounts.csv and positions.csv say, unless the firm's
     *     book of record is elsewhere
     */
    void freeze(RunRecord run, Optional<OpeningBook> opening);

    /**
     * Copies the files that another run has frozen, whole or not at all; once frozen they stay as they are.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where that one has none
     */
    void takeOver(RunRecord run, RunId from);

    /** Reads the firm as the run sees it, from its frozen files. */
    Firm firm(RunId run);

    /** Who belongs to which group, from the frozen firm.yaml. */
    People people(RunId run);

    /**
     * The sum of the frozen files as they are now: the path and the content of each, in the order of their paths; 0 rows where
     * there are none.
     */
    RowSum sum(RunId run);
}
