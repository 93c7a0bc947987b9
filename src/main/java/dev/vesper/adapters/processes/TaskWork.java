package dev.vesper.adapters.processes;

import dev.vesper.desk.approval.TaskDesk;
import java.time.Duration;
import java.util.Map;

/** Holds a user task and asks the desk now and then, until a person has decided. */
final class TaskWork implements JobLeases.Work {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final TaskDesk desk;
    private final DayInstances days;
    private final JobLeases jobs;
    private final JobMeters meters;

    TaskWork(TaskDesk desk, DayInstances days, JobLeases jobs, JobMeters meters) {
        this.desk = desk;
        this.days = days;
        this.jobs = jobs;
        this.meters = meters;
    }

    @Override
    public void on(Job job) throws InterruptedException {
        var run = job.run();
        var kind = job.header(Words.TASK).orElseGet(job::elementId);
        long began = System.nanoTime();
        do {
            if (!days.mayAct(run, job.number(Words.DAY_KEY))) {
                days.cancel(job.number(Words.DAY_KEY).orElseThrow());
                return;
            }
            var answer = desk.ask(run, kind);
            if (answer.isPresent()) {
                meters.done(kind, "done", began);
                var decision = TaskDesk.DECISION.is(answer.get());
                job.complete(Map.of(decision.variable().name(), decision.written()));
                return;
            }
        } while (jobs.pause(job, PAUSE));
    }
}
