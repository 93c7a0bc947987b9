package dev.vesper.desk.run;

import dev.vesper.basics.RunId;

/**
 * One step of a process that Vesper does itself. It may be called again after a crash, on the same run, and then
 * answers the same.
 */
public interface Stage {
    StageName name();

    /**
     * Does the work.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where a gate says no: the process ends refused
     */
    StageResult run(RunId run);
}
