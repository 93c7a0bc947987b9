package dev.vesper.desk.execution;

import dev.vesper.desk.run.RunRecord;
import java.util.Set;

/** Whether what is about to be done is what people approved. */
@FunctionalInterface
public interface Approval {
    /**
     * Decides the approval again from the record, whoever called for the execution.
     *
     * @return ids of the orders that were left out of it: they are not what was approved
     * @throws dev.vesper.basics.Problem of kind REFUSED that names what does not stand
     */
    Set<String> mustStand(RunRecord run);
}
