package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.util.Map;

/**
 * One step of a process that Vesper does itself. It may be called again after a crash, on the same run, and then
 * answers the same.
 */
public interface Stage {
    /** The job type of the service task, for example {@code rebalance}. */
    String name();

    /** The stage of the day it belongs to, as reports show it. */
    default String stage() {
        return name();
    }

    /**
     * Does the work and answers process variables: ids and verdicts, never data.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where a gate says no: the process ends refused
     */
    Map<String, Object> run(RunId run);
}
