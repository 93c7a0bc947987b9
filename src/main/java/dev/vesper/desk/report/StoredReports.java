package dev.vesper.desk.report;

import dev.vesper.basics.RunId;
import java.util.List;

/** The reports of the runs, as they were written. */
public interface StoredReports {
    /** The names of a run's files, the page first; empty where its report was not written, or was removed. */
    List<String> files(RunId run);

    /**
     * What a file holds.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run's report has no such file, REFUSED where it is too long
     *     to be handed over
     */
    byte[] read(RunId run, String file);
}
