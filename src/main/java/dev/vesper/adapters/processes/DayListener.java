package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.StageName;

/**
 * Hears how the days go, from the workers' threads. Starts, ends and refusals of stages are told before the engine hears
 * them, so they may be heard again after a crash; failures and the end of a day after it, so that whoever hears them may
 * close the engine.
 */
public interface DayListener {
    /** Ends what {@link #working} began. */
    @FunctionalInterface
    interface Working {
        void over();
    }

    /** This thread works on a run from now on, until it is over. */
    default Working working(RunId run) {
        return () -> {};
    }

    default void stageStarted(RunId run, StageName stage) {}

    default void stageFinished(RunId run, StageName stage) {}

    /** A gate said no: the process goes the way of a refused day. */
    default void stageRefused(RunId run, StageName stage, Problem why) {}

    /**
     * A stage failed.
     *
     * @param retriesLeft 0 where the engine gave up: the day stands still until it is resumed
     */
    default void stageFailed(RunId run, StageName stage, Throwable why, int retriesLeft) {}

    /**
     * A boundary timer went off: a task waits, or a stage takes longer than it should.
     *
     * @param about the user task's kind or the stage's name
     */
    default void reminded(RunId run, String about) {}

    /** The process is over; {@code refused} where a gate said no. */
    default void dayEnded(RunId run, boolean refused) {}

    /**
     * The day stands still, and no stage said why: an incident of the engine, a job that nobody works.
     *
     * @param why in plain words, with the process and its element
     */
    default void standsStill(RunId run, String why) {}

    /** Something is wrong in the engine that belongs to no run we know. */
    default void engineTroubled(Problem what) {}

    /** The engine cannot go on for now, for example because the disk is full. */
    default void engineUnavailable(Problem why) {}

    /** What kept the engine from going on is over. */
    default void engineAvailable() {}
}
