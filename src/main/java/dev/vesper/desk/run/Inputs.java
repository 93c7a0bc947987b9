package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;

/** The firm folder as it was when a run was opened: what is edited later belongs to the next run. */
public interface Inputs {
    /** Copies the firm's files beside the run, whole or not at all; once frozen they stay as they are. */
    void freeze(RunRecord run);

    /** Reads the firm as the run sees it, from its frozen files. */
    Firm firm(RunId run);
}
