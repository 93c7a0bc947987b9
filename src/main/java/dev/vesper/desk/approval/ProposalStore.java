package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import dev.vesper.orders.slice.RowSum;
import java.util.Optional;

/** Sums what is stored of a proposal, row by row as it lies there now. */
public interface ProposalStore {
    /** The sums; empty where nothing was decided yet. */
    Optional<Sums> sums(RunId run);

    /** The sum of the verdict on the run's data; 0 rows where there is none. */
    RowSum data(RunId run);

    /** What is stored; see {@link dev.vesper.approvals.ProposalSum}. */
    record Sums(RowSum data, RowSum plans, RowSum orders, RowSum verdicts, RowSum rules) {}
}
