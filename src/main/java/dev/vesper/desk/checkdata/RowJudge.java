package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.firm.Firm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the rows of a data product again, with what people decided of single ones. */
public interface RowJudge {
    /**
     * Judges, and keeps nothing where something stands against it.
     *
     * @param product its name
     * @param raw the files as {@link FileIntake} stored them; they stay as they are
     * @param decided by people, the oldest first
     * @param keep whether the accepted rows become a snapshot, whose manifest names each decided row
     */
    Judged again(
            String product,
            Firm firm,
            RunId run,
            List<RawObject> raw,
            LocalDate asOf,
            LocalDate today,
            List<DecidedRows> decided,
            boolean keep);

    /**
     * The rows of a product that a run set aside, value by value as they were delivered; empty where an older Vesper did.
     *
     * @param places which of them
     */
    Map<RowPlace, Map<String, String>> cells(RunId run, String product, Set<RowPlace> places);

    /**
     * The rows that are still set aside once some were decided.
     *
     * @param request the newest that two people agreed to; 0 where there is none
     */
    Set<RowPlace> aside(RunId run, String product, int request);

    /**
     * What the contract says.
     *
     * @param check with the decided rows
     * @param against why one of the decided rows cannot be used, or a good row would not be any more; none where it can be
     */
    record Judged(DataCheck check, List<String> against) {
        public Judged {
            against = List.copyOf(against);
        }
    }
}
