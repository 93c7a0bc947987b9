package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which jobs are worked: those of the run's own instance, in a process version that this program gave the engine, by the
 * files the run began with. Whatever else an engine hands out, because somebody else deployed or started it, is not.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final DayInstances days;
    private final DeployedProcesses deployed;

    Admission(DayInstances days, DeployedProcesses deployed) {
        this.days = days;
        this.deployed = deployed;
    }

    /**
     * Whether the job belongs to the instance that works its run; the instance of one that does not is ended.
     *
     * @throws Problem UNAVAILABLE where it does, but is not of the processes the run began with
     */
    boolean lets(Job job) {
        if (!job.hasRun() || job.number(Words.DAY_KEY).isEmpty()) {
            LOG.warn("A job {} of process {} belongs to no day: its instance is ended", job.type(), job.process());
            days.cancel(job.instance());
            return false;
        }
        var run = job.run();
        if (!days.mayAct(run, job.number(Words.DAY_KEY))) {
            days.cancel(job.number(Words.DAY_KEY).orElseThrow());
            return false;
        }
        days.requireOf(run, requireOurs(job));
        return true;
    }

    /**
     * As {@link #lets}, and nobody has given the engine other processes since: for work that has effects.
     *
     * @throws Problem UNAVAILABLE where somebody has
     */
    boolean letsAct(Job job) {
        if (!lets(job)) {
            return false;
        }
        deployed.requireUnchanged(job.definition());
        return true;
    }

    /**
     * The sum of the set of files that the job's process belongs to.
     *
     * @throws Problem UNAVAILABLE where somebody else gave the engine this version of the process
     */
    String requireOurs(Job job) {
        return deployed.setOf(job.definition()).orElseGet(() -> {
            days.requirePinned(job.run()); // after a restart, a job may come before its run's files were looked for
            return deployed.setOf(job.definition()).orElseThrow(() -> DeployedProcesses.foreign(job.process()));
        });
    }
}
