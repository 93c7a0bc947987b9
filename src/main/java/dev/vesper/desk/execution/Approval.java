package dev.vesper.desk.execution;

import dev.vesper.desk.run.RunRecord;

/** Whether what is about to be done is what people approved. */
@FunctionalInterface
public interface Approval {
    /**
     * Decides the approval again from the record, whoever called for the execution.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED that names what does not stand
     */
    void mustStand(RunRecord run);
}
