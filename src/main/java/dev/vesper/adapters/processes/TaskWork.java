package dev.vesper.adapters.processes;

import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTasks;
import java.time.Duration;
import java.util.Map;

/** Holds a user task and asks the desk now and then, until a person has decided. */
final class TaskWork implements JobLeases.Work {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final UserTasks desk;
    private final DayInstances days;
    private final JobLeases jobs;
    private final JobMeters meters;

    TaskWork(UserTasks desk, DayInstances days, JobLeases jobs, JobMeters meters) {
        this.desk = desk;
        this.days = days;
        this.jobs = jobs;
        this.meters = meters;
    }

    @Override
    public void on(Job job) throws InterruptedException {
        var run = job.run();
        var kind = TaskKind.of(job.header(Words.TASK).orElseGet(job::elementId));
        long began = System.nanoTime();
        do {
            if (!days.mayAct(run, job.number(Words.DAY_KEY))) {
                days.cancel(job.number(Words.DAY_KEY).orElseThrow());
                return;
            }
            var answer = desk.ask(run, kind);
            if (answer.isPresent()) {
                meters.done(kind.word(), "done", began);
                var decision = UserTasks.DECISION.is(answer.get());
                job.complete(Map.of(decision.variable().name(), decision.written()));
                return;
            }
        } while (jobs.pause(job, PAUSE));
    }
}
