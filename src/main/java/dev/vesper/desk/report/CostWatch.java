package dev.vesper.desk.report;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.ExecutedOrder;
import java.util.List;

/** Hears what the orders of a run cost, once its report is written; again where that is repeated. */
public interface CostWatch {
    /**
     * A report is written.
     *
     * @param orders the approved ones
     */
    void worked(RunRecord run, List<ExecutedOrder> orders);
}
