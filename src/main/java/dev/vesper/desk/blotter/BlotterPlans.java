package dev.vesper.desk.blotter;

import dev.vesper.desk.execution.PlannedSchedule;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.ParentOrder;
import java.util.List;
import java.util.Map;

/** How the orders of a run were to be worked, the same for as long as the run is known. */
public interface BlotterPlans {
    /**
     * By parent id.
     *
     * @param run one whose data was checked
     * @param parents all that are worked
     */
    Map<String, PlannedSchedule> of(RunRecord run, List<ParentOrder> parents);
}
