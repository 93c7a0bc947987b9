package dev.vesper.adapters.processes;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.run.StageName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Holds a user task and asks the desk now and then, until a person has decided. */
final class TaskWork implements JobLeases.Work {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final UserTasks desk;
    private final DayInstances days;
    private final Admission admission;
    private final DayListener listener;
    private final JobLeases jobs;
    private final JobMeters meters;

    TaskWork(
            UserTasks desk,
            DayInstances days,
            Admission admission,
            DayListener listener,
            JobLeases jobs,
            JobMeters meters) {
        this.desk = desk;
        this.days = days;
        this.admission = admission;
        this.listener = listener;
        this.jobs = jobs;
        this.meters = meters;
    }

    @Override
    public void on(Job job) throws InterruptedException {
        var approval = job.header(Words.APPROVAL);
        var kind = approval.isPresent()
                ? TaskKind.APPROVE_TRADES
                : TaskKind.of(job.header(Words.TASK).orElseThrow());
        int step = approval.map(Integer::parseInt).orElse(1);
        long began = System.nanoTime();
        do {
            try {
                if (!admission.lets(job)) {
                    return;
                }
            } catch (Problem e) {
                stop(job, kind, e);
                return;
            }
            var run = job.run();
            Optional<Answer> answer;
            try {
                answer = desk.ask(run, kind, step);
            } catch (LinkageError | AssertionError | StackOverflowError broken) { // it would say the same for ever
                stop(job, kind, broken);
                return;
            }
            if (answer.isPresent()) {
                meters.done(kind.word(), "done", began);
                var decision = UserTasks.DECISION.is(answer.get());
                job.complete(Map.of(decision.variable().name(), decision.written()));
                return;
            }
        } while (jobs.pause(job, PAUSE));
    }

    /** Nobody is asked on behalf of a process that the run did not begin with, or by a program that is broken. */
    private void stop(Job job, TaskKind kind, Throwable why) {
        days.stuck(job.run());
        try {
            job.fail(0, why instanceof Problem ? String.valueOf(why.getMessage()) : String.valueOf(why));
        } finally {
            listener.stageFailed(job.run(), StageName.of(kind.word()), why, 0);
        }
    }
}
