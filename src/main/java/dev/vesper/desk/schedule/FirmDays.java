package dev.vesper.desk.schedule;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import java.time.LocalDate;

/** The firm whose schedule is kept, and how its days are opened. */
public interface FirmDays {
    /** Its folder, as runs name it. */
    String folder();

    /**
     * Reads the folder.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT with file and line where it cannot be read, or has no price
     */
    FirmNow read();

    /** As {@link #read}, for those who only look: a folder that has not changed is not read again. */
    FirmNow look();

    /** Whether a run has traded its date. */
    boolean traded(RunRecord run);

    /**
     * Opens a run; nothing works on it yet.
     *
     * @param again whether a rehearsal is repeated
     * @param by who asked, for the audit
     * @throws dev.vesper.basics.Problem of kind REFUSED where the books do not take the date, INPUT where something that a day
     *     reads cannot be used
     */
    RunRecord open(Firm firm, LocalDate date, boolean rehearsal, boolean again, String by);

    /** Lets an opened run be worked. */
    void start(RunId run);
}
