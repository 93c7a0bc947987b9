package dev.vesper.desk.run;

/**
 * What a stage is called.
 *
 * @param job the job type of its service task in {@code processes/}, for example {@code settle-approval}
 * @param stage the stage of the day it is shown as, for example {@code approve-trades}
 */
public record StageName(String job, ShownStage stage) {
    /** A stage that is shown under the name of its job. */
    public static StageName of(String job) {
        return new StageName(job, new ShownStage(job));
    }

    @Override
    public String toString() {
        return job;
    }
}
